// CountSink: the interface that takes counts (services/writer.h, or a list of a test's). It also takes events for the
// machine log and knows whether the clock is trusted. Owner: the program. Drawing thread only; no call blocks.
#pragma once
#include "base/clock.h"
#include "figures/measures.h"

#include <string>
#include <vector>

namespace kiosk::show {

class CountSink {
public:
    virtual ~CountSink() = default;
    // Returns at once; the counts are stored later. `claimed`: the machine's clock when their visit began, or when they
    // were made if they belong to no visit. The sink judges whether to trust it.
    virtual void commit(std::vector<Count> counts, WallTime claimed) = 0;
    // An event of the machine, never of a visitor, for the machine log.
    // By value, since a sink that keeps it takes it.
    virtual void note(std::string /*event*/, std::string /*detail*/) {} // NOLINT(performance-unnecessary-value-param)
    // Whether the clock is trusted, judged by the highest time that this kiosk has ever seen.
    virtual bool clock_trusted() const { return true; }
};

} // namespace kiosk::show
