// Mailbox: a queue into which several threads post, and which one thread empties when it polls. Order is kept. Shared
// by all of them, so that a thread that posts late has somewhere to post to.
#pragma once
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace kiosk {

template <typename Message>
class Mailbox {
public:
    // `ready` is called on the thread that posts; it may be empty.
    explicit Mailbox(std::function<void()> ready = {}) : ready_(std::move(ready)) {}
    Mailbox(Mailbox const&) = delete;
    Mailbox& operator=(Mailbox const&) = delete;

    void post(Message letter)
    {
        put(std::move(letter));
        notify();
    }
    // post() is put() and then announce(); callers that hold a lock of their own call them apart.
    void put(Message letter)
    {
        std::lock_guard const lock(mutex_);
        messages_.push_back(std::move(letter));
    }
    void notify() const
    {
        if (ready_) ready_();
    }
    std::vector<Message> take()
    {
        std::lock_guard const lock(mutex_);
        return std::exchange(messages_, {});
    }
    bool empty() const
    {
        std::lock_guard const lock(mutex_);
        return messages_.empty();
    }

private:
    std::function<void()> ready_;
    mutable std::mutex mutex_;
    std::vector<Message> messages_;
};

} // namespace kiosk
