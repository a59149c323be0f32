// A thread with a queue of jobs, for work that must not block the drawing thread: hashing a PIN, reading a stick,
// decoding a picture. Jobs run one after another; each result goes into a mailbox that the caller polls. A job that
// throws gets the result of its `failed` function. Owner: the caller, as its last member, since jobs use the members
// above it. With Waiting::at_once there is no thread and run() does the job itself, so that a script is deterministic.
#pragma once
#include "base/mailbox.h"
#include "system/escaped.h"

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
enum class Waiting { on_worker, at_once };

// What happens to jobs that have not begun when the worker is destroyed.
enum class Unbegun { done, dropped };

struct WorkerOptions {
    std::string name; // what it does, for messages
    Waiting waiting = Waiting::on_worker;
    Unbegun unbegun = Unbegun::done;
    std::function<void()> ready; // called on the worker when a result is there; may be empty
};

template <typename Answer>
class Worker {
public:
    // Nothing: the job has no result.
    using Job = std::function<std::optional<Answer>()>;
    // The result of a job that has thrown.
    using Failed = std::function<std::optional<Answer>(Error)>;

    explicit Worker(WorkerOptions options)
        : options_(std::move(options)),
          answers_(std::make_shared<Mailbox<Answer>>(options_.ready))
    {
        if (options_.waiting == Waiting::at_once) return;
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
            orders_.push_back({std::move(job), std::move(failed)});
        }
        if (thread_.joinable())
            changed_.notify_one();
        else
            serve(take_order());
    }
    bool answered() const { return !answers_->empty(); }
    // In the order of their jobs.
    std::vector<Answer> take() { return answers_->take(); }
    // Where results are put; others may post there, too.
    std::shared_ptr<Mailbox<Answer>> mailbox() const { return answers_; }
    // Whether a job waits or runs, or a result was not taken.
    bool busy() const
    {
        std::lock_guard const lock(mutex_);
        return !orders_.empty() || working_ || !answers_->empty();
    }

private:
    struct Order {
        Job job;
        Failed failed;
    };

    // Requires a waiting job.
    Order take_order()
    {
        auto order = std::move(orders_.front());
        orders_.pop_front();
        working_ = true;
        return order;
    }

    // Nothing above would catch an exception.
    std::optional<Answer> answer(Order const& order) const noexcept
    {
        try {
            try {
                return order.job();
            } catch (...) {
                return order.failed(escaped(options_.name));
            }
        } catch (...) {
            log_escaped(options_.name);
            return std::nullopt; // `failed` threw, too: there is no result
        }
    }

    void serve(Order order) noexcept
    {
        auto found = answer(order);
        order = {}; // before the result is announced: it may hold a PIN
        try {
            {
                std::lock_guard const lock(mutex_);
                working_ = false;
                if (found) answers_->put(std::move(*found));
            }
            answers_->announce();
        } catch (...) {
            log_escaped(options_.name);
        }
    }

    void work(std::stop_token const& stop)
    {
        for (;;) {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !orders_.empty(); })) return;
            if (stop.stop_requested() && options_.unbegun == Unbegun::dropped) return;
            auto order = take_order();
            lock.unlock();
            serve(std::move(order));
        }
    }

    WorkerOptions options_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Order> orders_;
    std::shared_ptr<Mailbox<Answer>> answers_;
    bool working_ = false;
    std::jthread thread_; // last: it uses what stands above
};

} // namespace kiosk
