// The threshold k: no figure of reporting or support below it leaves a kiosk. The type cannot hold less than ten, so
// that no caller can pass a lower one. Pure.
#pragma once
#include "base/bounds.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace kiosk::figures {

class Threshold {
public:
    // UK LLC, ONS Longitudinal Study: below 10, zero included, nothing leaves. The most is any number that no kiosk
    // reaches. A configuration and a command line are read by the same.
    static constexpr Bounds<std::int64_t> kBounds{10, 1'000'000};
    static constexpr std::int64_t kLeast = kBounds.least;

    constexpr Threshold() = default;
    // Nothing outside the bounds.
    static constexpr std::optional<Threshold> of(std::int64_t value)
    {
        if (!kBounds.contains(value)) return std::nullopt;
        return Threshold(value);
    }
    constexpr std::int64_t value() const { return value_; }
    auto operator<=>(Threshold const&) const = default;

private:
    explicit constexpr Threshold(std::int64_t value) : value_(value) {}
    std::int64_t value_ = kLeast;
};

} // namespace kiosk::figures
