// Chance as a parameter: a small generator whose seed is given, so that the same script draws the same questions.
// xoshiro is not needed for six questions: SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2660193.2660195).
#pragma once
#include <cstdint>

namespace kiosk {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()
    {
        state_ += 0x9E3779B97F4A7C15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    // Evenly from 0 to bound - 1; bound > 0. The bias of the remainder is below 2^-50 for bounds of ours.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

private:
    std::uint64_t state_;
};

} // namespace kiosk
