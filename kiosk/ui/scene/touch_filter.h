// The touch filter: what stands between the glass and Input. It lets through what a visitor's finger does and holds
// back what is none: a palm, a sleeve at the edge, a contact that never ends, contacts faster than a hand, one touch
// told twice. What no visitor does is counted as a fault of the panel: how often, never where or when. Owner: the app's
// panel; events go in as they come, and out to Input. Pure: no SDL, and the time is given with each call.
// Not used: the pressure and the size of a contact. SDL passes on what a driver says, and most say 1 or nothing.
#pragma once
#include "base/clock.h"
#include "ui/scene/input.h"

#include <array>
#include <deque>
#include <vector>

namespace kiosk::ui {

// The mouse is a finger of its own; SDL's touch ids are never negative.
constexpr std::int64_t kMouseFinger = -1;

// What a panel does by itself, since the start.
struct TouchFaults {
    long held = 0;     // contacts that lasted longer than any finger
    long spam = 0;     // times when there were more contacts than hands can make
    long repeated = 0; // times when one spot was touched again and again in the rhythm of a machine
    long total() const { return held + spam + repeated; }
    bool operator==(TouchFaults const&) const = default;
};

struct TouchPanel {
    Size size; // [px]
    float millimetres_per_pixel = .25F;
    Rect no_edge; // where a finger may come down at the edge: the staff's corner
};

class TouchFilter {
public:
    // From so many contacts at once, come within this time, it is a palm (no standard has a figure; four fingers of
    // one hand that taps come down within 100 ms in our own trials).
    static constexpr std::size_t kPalm = 4;
    static constexpr Duration kPalmTime = std::chrono::milliseconds(300);
    // From the edge of the panel: a sleeve, a bezel, a hand that holds the frame. Nothing that is touched ends there.
    static constexpr float kEdgeMillimetres = 2;
    static constexpr Duration kLongest = std::chrono::seconds(20);
    // More contacts a second than hands make. Three seconds are enough to know it.
    static constexpr long kMostASecond = 20;
    static constexpr Duration kSpamWithin = std::chrono::seconds(3);
    static constexpr Duration kSpamPause = std::chrono::seconds(5);
    // A mouse's press so soon and so near after a finger's is the same touch, told by another driver; or the other way.
    static constexpr Duration kTwice = std::chrono::milliseconds(500);
    static constexpr float kTwiceMillimetres = 2;
    // One spot so often, at gaps that differ by less than any hand's (about 20 ms), is no hand.
    static constexpr std::size_t kRepeats = 20;
    static constexpr Duration kRhythm = std::chrono::milliseconds(8);
    static constexpr float kSpotMillimetres = 1.5F;
    static constexpr Duration kSpotRests = std::chrono::seconds(30);
    // An up event that is lost: what nothing was heard of for so long is not there.
    static constexpr Duration kForgotten = std::chrono::minutes(1);

    void set_panel(TouchPanel const& panel) { panel_ = panel; }
    void push(FingerEvent const& event, Instant now);
    // Ends what has lasted too long. Call it at deadline().
    void tend(Instant now);
    std::optional<Instant> deadline() const;
    // The panel is gone, or the machine has slept: no contact of before will ever come up.
    void forget_all();

    // What is let through since the last call, for Input.
    std::vector<FingerEvent> take();
    TouchFaults const& faults() const { return faults_; }

private:
    enum class Standing { passed, waits_at_edge, ignored };
    struct Contact {
        std::int64_t finger = 0;
        Standing standing = Standing::passed;
        Instant since, heard; // came down; was last heard of
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
    Standing judge(FingerEvent const& event, Instant now);
    bool is_spam(Instant now);
    bool is_palm(Instant now) const;
    bool is_told_twice(FingerEvent const& event, Instant now) const;
    bool repeats(Point position, Instant now);
    bool at_edge(Point position) const;
    bool near(Point a, Point b, float millimetres) const;
    Contact* find(std::int64_t finger);

    TouchPanel panel_;
    std::vector<Contact> contacts_;
    std::deque<Press> presses_;  // of the last kSpamWithin, as many as matter
    std::deque<Press> rhythm_;   // at one spot, the last of them
    std::optional<Press> ghost_; // a spot that is not listened to, and when it was last touched
    std::optional<Instant> deaf_until_;
    bool palm_ = false; // until all are up
    std::vector<FingerEvent> passed_;
    TouchFaults faults_;
};

} // namespace kiosk::ui
