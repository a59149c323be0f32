// Deadlines: everything that is to happen by itself at a time of its own: a visit that ends, counts that are handed on,
// a kiosk that switches off. Whoever waits for a time adds it here once, where it is made, and the loop sleeps until
// the earliest of all; a time that is not in the list is heeded late, and tests/program/loop_test.cpp finds it. Owner:
// a show, the loop; what is added is borrowed and must outlive the list. Drawing thread only.
#pragma once
#include "base/clock.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace kiosk {

struct Due {
    Instant at; // may be past: there is something to do now
    std::string_view what;
    bool operator==(Due const&) const = default;
};

class Deadlines {
public:
    // When it is due, asked each time; nothing while nothing is awaited.
    using Next = std::function<std::optional<Instant>(Instant now)>;

    // `what` for people, and good as long as the list.
    void add(std::string_view what, Next next) { own_.push_back({what, std::move(next)}); }
    void add(Deadlines const& others) { others_.push_back(&others); }

    std::optional<Due> earliest(Instant now) const;
    // Until the earliest, and no longer than `longest`.
    Duration sleep(Instant now, Duration longest) const;

private:
    struct Entry {
        std::string_view what;
        Next next;
    };
    std::vector<Entry> own_;
    std::vector<Deadlines const*> others_;
};

} // namespace kiosk
