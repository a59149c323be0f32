// Deadlines: a list of functions that say when something is due next: a visit that ends, counts to be committed, a
// kiosk that switches off. Each is added once, by the object that waits for it, and the loop sleeps until the earliest.
// Something that is not in the list happens late; tests/program/loop_test.cpp finds that. Owner: a ScreenRunner, the
// loop. What is added is borrowed and must outlive the list. Drawing thread only.
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
    // When it is due; called before each sleep. Nothing if it is not due at any time.
    using Next = std::function<std::optional<Instant>(Instant now)>;

    // `what`: a name for developers, valid as long as the list.
    void add(std::string_view what, Next next) { own_.push_back({what, std::move(next)}); }
    void add(Deadlines const& others) { others_.push_back(&others); }

    std::optional<Due> earliest(Instant now) const;
    // Time until the earliest; at most `longest`.
    Duration time_until_due(Instant now, Duration longest) const;

private:
    struct Entry {
        std::string_view what;
        Next next;
    };
    std::vector<Entry> own_;
    std::vector<Deadlines const*> others_;
};

} // namespace kiosk
