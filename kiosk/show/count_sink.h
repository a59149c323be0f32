// Where counts go: services/writer.h, or a test's list; and the few other things that a show asks of it or
// tells it. Owner: run. Drawing thread only; nothing waits.
#pragma once
#include "base/clock.h"
#include "figures/measures.h"

#include <string>
#include <vector>

namespace kiosk::show {

class CountSink {
public:
    virtual ~CountSink() = default;
    // Takes them at once and stores them in its own time. `claimed`: what the machine's clock said when the visit began
    // that they are of, or when they were made, where they are of none; whether it is believed is for the sink to
    // judge.
    virtual void commit(std::vector<Count> counts, WallTime claimed) = 0;
    // An event of the machine, never of a visitor, for the machine log.
    virtual void note(std::string event, std::string detail)
    {
        (void)event;
        (void)detail;
    }
    // Whether the clock is believed, by the highest time that this kiosk has ever seen.
    virtual bool clock_trusted() const { return true; }
};

} // namespace kiosk::show
