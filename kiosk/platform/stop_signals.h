// Handles SIGTERM, SIGINT and SIGHUP. SDL would turn them into the event of a closed window, which a kiosk must ignore.
// One at a time; the destructor restores the earlier handlers. Owner: the program.
#pragma once
#include <atomic>
#include <functional>
#include <thread>

namespace kiosk::platform {

class StopSignals {
public:
    // `wake` is called on a thread of this object when a signal has come.
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
