#include "ui/pictures/resample.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::ui {

namespace {

// One pixel in linear light, premultiplied: four lanes, which SSE2 and NEON both have. GCC's and clang's own type.
using Pixel = float __attribute__((vector_size(16)));

// Cubic filters of Mitchell and Netravali ("Reconstruction Filters in Computer Graphics", 1988): their own for fewer
// pixels, and Catmull-Rom for more, which leaves a picture as it is at its own size.
struct Cubic {
    double b, c;
};
constexpr Cubic kMitchell{1 / 3.0, 1 / 3.0}, kCatmullRom{0, 0.5};
constexpr double kSupport = 2; // [px] either side

double value_at(Cubic const& cubic, double x)
{
    auto const [b, c] = cubic;
    x = std::abs(x);
    if (x >= kSupport) return 0;
    if (x < 1) return ((12 - 9 * b - 6 * c) * x * x * x + (-18 + 12 * b + 6 * c) * x * x + (6 - 2 * b)) / 6;
    return ((-b - 6 * c) * x * x * x + (6 * b + 30 * c) * x * x + (-12 * b - 48 * c) * x + (8 * b + 24 * c)) / 6;
}

// Which pixels of a line make one pixel of the result, and by what share.
struct Taps {
    int first = 0;
    std::vector<float> shares; // their sum is 1
};

std::vector<Taps> taps_of(int from, int to)
{
    auto const scale = static_cast<double>(from) / to;
    auto const stretch = std::max(1.0, scale);
    auto const& cubic = scale > 1 ? kMitchell : kCatmullRom;
    std::vector<Taps> all(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        auto const centre = (i + 0.5) * scale;
        auto const begin = static_cast<int>(std::floor(centre - kSupport * stretch));
        auto const end = static_cast<int>(std::ceil(centre + kSupport * stretch));
        // Beyond the edge the picture goes on as it ends.
        auto const first = std::clamp(begin, 0, from - 1);
        auto const last = std::clamp(end - 1, 0, from - 1);
        std::vector<double> shares(static_cast<std::size_t>(last - first + 1));
        double sum = 0;
        for (int k = begin; k < end; ++k) {
            auto const share = value_at(cubic, (k + 0.5 - centre) / stretch);
            shares[static_cast<std::size_t>(std::clamp(k, first, last) - first)] += share;
            sum += share;
        }
        auto& taps = all[static_cast<std::size_t>(i)];
        taps.first = first;
        for (auto const share : shares) taps.shares.push_back(static_cast<float>(share / sum));
    }
    return all;
}

std::array<float, 256> const& linear_values()
{
    static auto const kValues = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto const value = static_cast<double>(i) / 255;
            values[i] = static_cast<float>(value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4));
        }
        return values;
    }();
    return kValues;
}

// So many steps that the darkest colours, where the curve is steepest, are off by a fifth of a step at most.
constexpr int kCodeSteps = 16384;

std::array<std::uint8_t, kCodeSteps + 1> const& code_values()
{
    static auto const kValues = [] {
        std::array<std::uint8_t, kCodeSteps + 1> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            auto const light = static_cast<double>(i) / kCodeSteps;
            auto const value = light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
            values[i] = static_cast<std::uint8_t>(std::lround(value * 255));
        }
        return values;
    }();
    return kValues;
}

void read_line(std::uint8_t const* bytes, std::vector<Pixel>& line)
{
    auto const& linear = linear_values();
    for (auto& pixel : line) {
        pixel = Pixel{linear[bytes[0]], linear[bytes[1]], linear[bytes[2]], 1};
        if (bytes[3] != 255) pixel *= static_cast<float>(bytes[3]) / 255;
        bytes += 4;
    }
}

void write_line(std::vector<Pixel> const& line, std::uint8_t* bytes)
{
    auto const& codes = code_values();
    for (auto const& pixel : line) {
        auto const opacity = std::clamp(pixel[3], 0.F, 1.F);
        auto const up = opacity > 0 ? 1 / opacity : 0;
        for (int channel = 0; channel < 3; ++channel) {
            auto const light = std::clamp(pixel[channel] * up, 0.F, 1.F);
            bytes[channel] = codes[static_cast<std::size_t>(light * kCodeSteps + 0.5F)];
        }
        bytes[3] = static_cast<std::uint8_t>(opacity * 255 + 0.5F);
        bytes += 4;
    }
}

void scale_line(std::vector<Pixel> const& line, std::vector<Taps> const& taps, std::vector<Pixel>& scaled)
{
    for (std::size_t i = 0; i < taps.size(); ++i) {
        auto const* pixel = line.data() + taps[i].first;
        Pixel sum{};
        for (auto const share : taps[i].shares) sum += *pixel++ * share;
        scaled[i] = sum;
    }
}

} // namespace

Image resample(Image const& image, PicturePart const& part, int width, int height)
{
    Image result{width, height, {}};
    result.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    auto const across = taps_of(part.width, width);
    auto const down = taps_of(part.height, height);
    std::size_t most = 1;
    for (auto const& taps : down) most = std::max(most, taps.shares.size());
    // Lines that are scaled across, as long as a line of the result needs them.
    std::vector<std::vector<Pixel>> lines(most, std::vector<Pixel>(static_cast<std::size_t>(width)));
    std::vector<Pixel> line(static_cast<std::size_t>(part.width));
    std::vector<Pixel> sums(static_cast<std::size_t>(width));
    int next = 0;
    auto* out = result.rgba.data();
    for (auto const& taps : down) {
        auto const end = taps.first + static_cast<int>(taps.shares.size());
        for (; next < end; ++next) {
            auto const at = static_cast<std::size_t>(part.top + next) * static_cast<std::size_t>(image.width) +
                            static_cast<std::size_t>(part.left);
            read_line(image.rgba.data() + at * 4, line);
            scale_line(line, across, lines[static_cast<std::size_t>(next) % most]);
        }
        std::fill(sums.begin(), sums.end(), Pixel{});
        for (std::size_t k = 0; k < taps.shares.size(); ++k) {
            auto const& scaled = lines[(static_cast<std::size_t>(taps.first) + k) % most];
            for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += scaled[i] * taps.shares[k];
        }
        write_line(sums, out);
        out += static_cast<std::ptrdiff_t>(width) * 4;
    }
    return result;
}

} // namespace kiosk::ui
