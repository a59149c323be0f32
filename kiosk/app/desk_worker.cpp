#include "app/desk_worker.h"

#include <utility>

namespace kiosk::app {

DeskWorker::DeskWorker(Waiting waiting, std::function<void()> answer) : waiting_(waiting), answer_(std::move(answer))
{
    if (waiting_ == Waiting::on_worker) thread_ = std::jthread([this](std::stop_token const& stop) { work(stop); });
}

DeskWorker::~DeskWorker()
{
    if (!thread_.joinable()) return;
    thread_.request_stop();
    thread_.join();
}

void DeskWorker::run(Job job)
{
    if (waiting_ == Waiting::at_once) {
        answers_.push_back(job());
        return;
    }
    {
        std::lock_guard const lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
}

void DeskWorker::work(std::stop_token const& stop)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !jobs_.empty(); })) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        auto answer = job();
        {
            std::lock_guard const lock(mutex_);
            answers_.push_back(std::move(answer));
        }
        if (answer_) answer_();
    }
}

bool DeskWorker::answered() const
{
    std::lock_guard const lock(mutex_);
    return !answers_.empty();
}

std::vector<StaffAnswer> DeskWorker::take()
{
    std::lock_guard const lock(mutex_);
    return std::exchange(answers_, {});
}

} // namespace kiosk::app
