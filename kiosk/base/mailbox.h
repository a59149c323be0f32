// Mailbox: a queue into which several threads post, and which one thread empties when it polls. Order is kept. Shared
// by all of them, so that a thread that posts late has somewhere to post to.
#pragma once
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace kiosk {

template <typename Letter>
class Mailbox {
public:
    // `ready` is called on the thread that posts; it may be empty.
    explicit Mailbox(std::function<void()> ready = {}) : ready_(std::move(ready)) {}
    Mailbox(Mailbox const&) = delete;
    Mailbox& operator=(Mailbox const&) = delete;

    void post(Letter letter)
    {
        put(std::move(letter));
        announce();
    }
    // post() is put() and then announce(); callers that hold a lock of their own call them apart.
    void put(Letter letter)
    {
        std::lock_guard const lock(mutex_);
        letters_.push_back(std::move(letter));
    }
    void announce() const
    {
        if (ready_) ready_();
    }
    std::vector<Letter> take()
    {
        std::lock_guard const lock(mutex_);
        return std::exchange(letters_, {});
    }
    bool empty() const
    {
        std::lock_guard const lock(mutex_);
        return letters_.empty();
    }

private:
    std::function<void()> ready_;
    mutable std::mutex mutex_;
    std::vector<Letter> letters_;
};

} // namespace kiosk
