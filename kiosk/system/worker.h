// A worker: a thread for what takes time and must not keep the drawing thread waiting: hashing a PIN, reading a stick,
// decoding a picture. One thing after the other; each is answered, and answers are taken when whoever asked comes
// round. A job that throws is answered as well, by what was given for that. Owner: whoever asks, as the last member:
// jobs use what stands above it. With Waiting::at_once there is no thread, and each is done where it is asked, so that
// a script is the same each time.
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

// on_worker: an answer comes when it comes. at_once: it is there when asking returns.
enum class Waiting { on_worker, at_once };

// What becomes of jobs that were not begun when the worker ends.
enum class Unbegun { done, dropped };

struct WorkerOptions {
    std::string name; // what it does, as people call it, for faults
    Waiting waiting = Waiting::on_worker;
    Unbegun unbegun = Unbegun::done;
    std::function<void()> ready; // called on the worker when an answer is there; may be empty
};

template <typename Answer>
class Worker {
public:
    // Nothing: nobody waits for an answer.
    using Job = std::function<std::optional<Answer>()>;
    // What answers a job that has thrown.
    using Failed = std::function<std::optional<Answer>(Error)>;

    explicit Worker(WorkerOptions options)
        : options_(std::move(options)),
          answers_(std::make_shared<Mailbox<Answer>>(options_.ready))
    {
        if (options_.waiting == Waiting::at_once) return;
        thread_ = std::jthread([this](std::stop_token const& stop) { work(stop); });
    }
    ~Worker() // what is being done is finished first
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
    // Where its answers lie; those of others may join them.
    std::shared_ptr<Mailbox<Answer>> mailbox() const { return answers_; }
    // Whether something is asked that was not answered, or answered and not taken.
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

    // With an order there.
    Order take_order()
    {
        auto order = std::move(orders_.front());
        orders_.pop_front();
        working_ = true;
        return order;
    }

    // Nobody above would catch what escaped from here.
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
            return std::nullopt; // not even that: whoever asked goes on as after an answer that is late
        }
    }

    void serve(Order order) noexcept
    {
        auto found = answer(order);
        order = {}; // before anybody hears of it: it may hold a PIN
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
