// A cache with a budget in bytes, which evicts the least recently used entries. A cache that is emptied when it is full
// would lose the texts of the current screen. Private to ui/.
#pragma once
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kiosk::ui {

template <typename Value>
class LruCache {
public:
    // `budget`: of keys and values, [bytes]; keep() is told the size of each value.
    explicit LruCache(std::size_t budget) : budget_(budget) {}

    // Null if there is none. Valid until the next evict().
    Value const* find(std::string_view key)
    {
        auto const found = places_.find(key);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->value;
    }
    // Valid until the next evict(), the only function that removes entries. The key must be new.
    Value const& insert(std::string key, Value value, std::size_t bytes)
    {
        bytes += key.capacity() + kOverhead;
        auto const& entry = entries_.emplace_front(Entry{std::move(key), std::move(value), bytes});
        places_.emplace(entry.key, entries_.begin());
        used_ += bytes;
        return entry.value;
    }
    void evict()
    {
        while (used_ > budget_) {
            places_.erase(entries_.back().key);
            used_ -= entries_.back().bytes;
            entries_.pop_back();
        }
    }
    std::size_t used() const { return used_; } // [bytes]

private:
    struct Entry {
        std::string key;
        Value value;
        std::size_t bytes;
    };
    // [bytes] A node of each container with its pointers, and what the heap adds to both.
    static constexpr std::size_t kOverhead = sizeof(Entry) + 96;

    std::size_t budget_;
    std::size_t used_ = 0;
    std::list<Entry> entries_; // the most recently used one first
    std::unordered_map<std::string_view, typename std::list<Entry>::iterator> places_; // keys are the entries'
};

} // namespace kiosk::ui
