// A mailbox: what several threads have to say to one that comes round for it, in the order in which it was said. Owner:
// shared by all of them, so that who speaks late speaks into something.
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
    // The two halves of it, for who has something else to do in between.
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
