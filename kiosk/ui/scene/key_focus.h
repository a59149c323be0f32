// Where a keypad is on a scene: the node that its keys act on. It walks two rings, both in reading order: what can be
// touched, and what can be read; arrows go to what stands there. After a key has led to another screen it is at that
// screen's heading; from a veil ("still there?", sources) it comes back to where it was. Owner: the input. Pure.
#pragma once
#include "ui/scene/scene.h"

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk::ui {

// What a keypad's keys mean. next, previous: of what can be touched; read_next, read_previous: of what can be read.
enum class Key { next, previous, read_next, read_previous, left, right, up, down, activate, leave, home, erase, digit };

struct KeyPress {
    // NOLINTNEXTLINE(google-explicit-constructor): most keys have no digit
    KeyPress(Key meant, int number = 0) : key(meant), digit(number) {}
    Key key;
    int digit; // of Key::digit, 0 to 9
    bool operator==(KeyPress const&) const = default;
};

class KeyFocus {
public:
    // Its id; empty while fingers are used.
    std::string const& node() const { return node_; }
    void clear();

    void move(Key key, Scene const& shown);
    // A key has set something off, which may lead to another screen.
    void acted() { acted_ = true; }
    // For each scene that is shown: takes the heading of a new screen, and comes back from a veil. Whether it moved.
    bool follow(Scene const& shown);

private:
    void step(std::vector<Node const*> const& ring, std::vector<Node const*> const& order, bool forwards);
    void point(Key key, std::vector<Node const*> const& targets);
    void take(std::string id, std::vector<Node const*> const& order);

    std::string node_;
    std::size_t place_ = 0; // of the node in reading order, for when it has vanished
    bool acted_ = false;
    std::string heading_; // of the scene shown last
    std::string veil_;
    std::string below_veil_; // the node to come back to
};

} // namespace kiosk::ui
