// Secret: a PIN while it is typed. Its digits lie in the object itself and are overwritten when it is wiped, replaced
// or destroyed; each copy does the same. Never shown, never logged. Owner: whoever holds it.
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

namespace kiosk {

class Secret {
public:
    static constexpr std::size_t kMost = 10; // digits

    Secret() = default;
    explicit Secret(std::string_view digits)
    {
        for (char const digit : digits) push(digit);
    }
    Secret(Secret const&) = default;
    Secret& operator=(Secret const&) = default;
    ~Secret() { wipe(); }

    // Ignored once there are kMost digits.
    void push(char digit)
    {
        if (size_ < kMost) digits_[size_++] = digit;
    }
    void pop()
    {
        if (size_ > 0) digits_[--size_] = 0;
    }
    void wipe()
    {
        // Through volatile, so that no compiler leaves it out because nobody reads it afterwards.
        auto volatile* at = digits_.data();
        for (std::size_t i = 0; i < kMost; ++i) at[i] = 0;
        size_ = 0;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    // Valid as long as this object.
    std::string_view digits() const { return {digits_.data(), size_}; }
    bool operator==(Secret const&) const = default;

private:
    std::array<char, kMost> digits_{};
    std::size_t size_ = 0;
};

} // namespace kiosk
