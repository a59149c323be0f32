// The touch filter: stands between the touch panel and Input. It passes touches of a finger and drops the rest: a palm,
// a sleeve at the edge, a stuck contact, a flood of contacts, a ghost touch, a touch that a second driver reports
// again. What no visitor can do is counted as a fault of the panel: how often, never where or when. Owner:
// show/panel.h. Pure: no SDL, and the time is given with each call. Pressure and size of a contact are not used: SDL
// passes on what a driver reports, mostly 1 or nothing.
#pragma once
#include "base/clock.h"
#include "ui/scene/input.h"

#include <array>
#include <deque>
#include <vector>

namespace kiosk::ui {

// The mouse is a finger of its own; SDL's touch ids are never negative.
constexpr std::int64_t kMouseFinger = -1;

// Faults of the panel since the start.
struct TouchFaults {
    long stuck = 0; // contacts that lasted longer than any finger
    long flood = 0; // times when there were more contacts than hands can make
    long ghost = 0; // ghost touches: times when one spot was touched again and again at equal intervals
    long total() const { return stuck + flood + ghost; }
    bool operator==(TouchFaults const&) const = default;
};

struct TouchPanel {
    Size size; // [px]
    float millimetres_per_pixel = .25F;
    Rect no_edge; // where touches at the edge are passed: the staff's corner
};

class TouchFilter {
public:
    // This many contacts that came down within this time are a palm. No standard has a figure; in our own trials four
    // fingers of a tapping hand came down within 100 ms.
    static constexpr std::size_t kPalmContacts = 4;
    static constexpr Duration kPalmWithin = std::chrono::milliseconds(300);
    // A contact this near the edge is a sleeve, a bezel or a hand that holds the frame. Targets keep away from it.
    static constexpr float kEdgeMillimetres = 2;
    static constexpr Duration kLongest = std::chrono::seconds(20); // a contact that lasts longer is stuck
    // More contacts a second than hands make, for kFloodWithin. Ends after kFloodPause without a contact.
    static constexpr long kMaxContactsPerSecond = 20;
    static constexpr Duration kFloodWithin = std::chrono::seconds(3);
    static constexpr Duration kFloodPause = std::chrono::seconds(5);
    // A mouse's press this soon after a finger's and this near to it is the same touch, reported by another driver; and
    // the other way round.
    static constexpr Duration kDuplicateWithin = std::chrono::milliseconds(500);
    static constexpr float kDuplicateMillimetres = 2;
    // One spot touched this often, at intervals that differ by less than those of a hand (about 20 ms), is a ghost
    // touch. The spot is ignored until nothing has touched it for kGhostForgottenAfter.
    static constexpr std::size_t kGhostTouches = 20;
    static constexpr Duration kGhostJitter = std::chrono::milliseconds(8);
    static constexpr float kSpotMillimetres = 1.5F;
    static constexpr Duration kGhostForgottenAfter = std::chrono::seconds(30);
    // An ignored contact without an event for this long is gone: its up event was lost.
    static constexpr Duration kLostAfter = std::chrono::minutes(1);

    void set_panel(TouchPanel const& panel) { panel_ = panel; }
    void push(FingerEvent const& event, Instant now);
    // Cancels stuck contacts and ends a flood that is over. To be called at deadline().
    void tick(Instant now);
    std::optional<Instant> deadline() const;
    // Cancels all contacts: the panel is gone or the machine has slept, and their up events will never come.
    void forget_all();

    // The events passed since the last call.
    std::vector<FingerEvent> take();
    TouchFaults const& faults() const { return faults_; }

private:
    enum class ContactState { passed, waits_at_edge, ignored };
    struct Contact {
        std::int64_t finger = 0;
        ContactState state = ContactState::passed;
        Instant since, last_event; // came down; had its last event
        Point position;
    };
    struct Press {
        std::int64_t finger = 0;
        Instant at;
        Point position;
    };

    void down(FingerEvent const& event, Instant now);
    void move(Contact& contact, FingerEvent const& event);
    void up(FingerEvent const& event);
    void ignore(Contact& contact);
    void ignore_all();
    void end_palm(Instant now);
    ContactState judge(FingerEvent const& event, Instant now);
    bool is_flood(Instant now);
    bool is_palm(Instant now) const;
    bool is_duplicate(FingerEvent const& event, Instant now) const;
    bool is_ghost_touch(Point position, Instant now);
    bool at_edge(Point position) const;
    bool near(Point a, Point b, float millimetres) const;
    Contact* find(std::int64_t finger);

    TouchPanel panel_;
    std::vector<Contact> contacts_;
    std::deque<Press> presses_;  // of the last kFloodWithin, as many as matter
    std::deque<Press> rhythm_;   // at one spot, the last of them
    std::optional<Press> ghost_; // the spot that is ignored, and when it was last touched
    std::optional<Instant> ignore_until_;
    bool palm_ = false; // until all are up
    std::vector<FingerEvent> passed_;
    TouchFaults faults_;
};

} // namespace kiosk::ui
