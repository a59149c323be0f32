// A thread with a queue of jobs, for work that must not block the drawing thread: hashing a PIN, reading a stick,
// decoding a picture. Jobs run one after another; each result goes into a mailbox that the caller polls. A job that
// throws gets the result of its `failed` function. Owner: the caller, as its last member, since jobs use the members
// above it. With Waiting::at_once there is no thread and run() does the job itself, so that a script is deterministic.
#pragma once
#include "base/mailbox.h"
#include "system/caught_exception.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace kiosk {

// on_worker: the result comes later. at_once: it is there when run() returns.
enum class Execution { on_worker, at_once };

// What happens to jobs that have not begun when the worker is destroyed.
enum class PendingJobs { done, dropped };

struct WorkerOptions {
    std::string name; // what it does, for messages
    Execution waiting = Execution::on_worker;
    PendingJobs pending_jobs = PendingJobs::done;
    std::function<void()> ready; // called on the worker when a result is there; may be empty
};

template <typename Reply>
class Worker {
public:
    // Nothing: the job has no result.
    using Job = std::function<std::optional<Reply>()>;
    // The result of a job that has thrown.
    using Failed = std::function<std::optional<Reply>(Error)>;

    explicit Worker(WorkerOptions options)
        : options_(std::move(options)),
          replies_(std::make_shared<Mailbox<Reply>>(options_.ready))
    {
        if (options_.waiting == Execution::at_once) return;
        thread_ = std::jthread([this](std::stop_token const& stop) { work(stop); });
    }
    ~Worker() // waits for the job that is running
    {
        if (!thread_.joinable()) return;
        thread_.request_stop();
        thread_.join();
    }
    Worker(Worker const&) = delete;
    Worker& operator=(Worker const&) = delete;

    void run(Job job, Failed failed)
    {
        {
            std::lock_guard const lock(mutex_);
            tasks_.push_back({std::move(job), std::move(failed)});
        }
        if (thread_.joinable())
            changed_.notify_one();
        else
            finish_task(take_task());
    }
    bool has_replies() const { return !replies_->empty(); }
    // In the order of their jobs.
    std::vector<Reply> take() { return replies_->take(); }
    // Where results are put; others may post there, too.
    std::shared_ptr<Mailbox<Reply>> mailbox() const { return replies_; }
    // Whether a job waits or runs, or a result was not taken.
    bool busy() const
    {
        std::lock_guard const lock(mutex_);
        return !tasks_.empty() || working_ || !replies_->empty();
    }

private:
    struct Task {
        Job job;
        Failed failed;
    };

    // Requires a waiting job.
    Task take_task()
    {
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        working_ = true;
        return task;
    }

    // Nothing above would catch an exception.
    std::optional<Reply> run_job(Task const& task) const noexcept
    {
        try {
            try {
                return task.job();
            } catch (...) {
                return task.failed(caught_exception(options_.name));
            }
        } catch (...) {
            log_caught_exception(options_.name);
            return std::nullopt; // `failed` threw, too: there is no result
        }
    }

    void finish_task(Task task) noexcept
    {
        auto found = run_job(task);
        task = {}; // before the result is announced: it may hold a PIN
        try {
            {
                std::lock_guard const lock(mutex_);
                working_ = false;
                if (found) replies_->put(std::move(*found));
            }
            replies_->notify();
        } catch (...) {
            log_caught_exception(options_.name);
        }
    }

    void work(std::stop_token const& stop)
    {
        for (;;) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !tasks_.empty(); })) return;
            if (stop.stop_requested() && options_.pending_jobs == PendingJobs::dropped) return;
            auto task = take_task();
            lock.unlock();
            finish_task(std::move(task));
        }
    }

    WorkerOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Task> tasks_;
    std::shared_ptr<Mailbox<Reply>> replies_;
    bool working_ = false;
    std::jthread thread_; // last: it uses what stands above
};

} // namespace kiosk
