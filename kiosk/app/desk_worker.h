// A thread for what staff ask that takes time and is not the writer's: hashing a PIN, reading a stick, looking at the
// machine. One thing after the other. Owner: the desk. With Waiting::at_once there is no thread, and each is done where
// it is asked, so that a script is the same each time.
#pragma once
#include "app/figures_desk.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kiosk::app {

class DeskWorker {
public:
    using Job = std::function<StaffAnswer()>;

    // `answer` is called on the worker when one is there.
    DeskWorker(Waiting waiting, std::function<void()> answer);
    ~DeskWorker(); // what is being done is finished first
    DeskWorker(DeskWorker const&) = delete;
    DeskWorker& operator=(DeskWorker const&) = delete;

    void run(Job job);
    bool answered() const;
    std::vector<StaffAnswer> take();

private:
    void work(std::stop_token const& stop);

    Waiting waiting_;
    std::function<void()> answer_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Job> jobs_;
    std::vector<StaffAnswer> answers_;
    std::jthread thread_; // last: it uses what stands above
};

} // namespace kiosk::app
