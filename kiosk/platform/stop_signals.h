// SIGTERM, SIGINT and SIGHUP, heard by us rather than by SDL, which makes the same event of them as of a window's
// close: a kiosk heeds the former and not the latter. Owner: run, one at a time; what stood before stands again when it
// goes.
#pragma once
#include <atomic>
#include <functional>
#include <thread>

namespace kiosk::platform {

class StopSignals {
public:
    // `wake` is called on a thread of ours when one has come.
    explicit StopSignals(std::function<void()> wake);
    ~StopSignals();
    StopSignals(StopSignals const&) = delete;
    StopSignals& operator=(StopSignals const&) = delete;

    bool asked() const { return asked_.load(); }

private:
    std::atomic<bool> asked_ = false;
    std::thread listener_;
};

} // namespace kiosk::platform
