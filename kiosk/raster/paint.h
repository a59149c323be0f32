// The pixels of one line: blended, sampled, shaded. Private to raster/. All arithmetic on colours is in whole numbers,
// so that every machine makes the same bytes.
#pragma once
#include "raster/textures.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace kiosk::raster {

// Bytes in memory, red first.
struct Pixel {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 0;
    bool operator==(Pixel const&) const = default;
};
static_assert(sizeof(Pixel) == 4);

// a * b / 255, rounded: exact for all bytes.
constexpr std::uint32_t times(std::uint32_t a, std::uint32_t b)
{
    auto const product = a * b + 128;
    return (product + (product >> 8U)) >> 8U;
}

constexpr std::uint8_t between(std::uint32_t below, std::uint32_t above, std::uint32_t alpha)
{
    return static_cast<std::uint8_t>(times(above, alpha) + times(below, 255 - alpha));
}

constexpr Pixel times(Pixel a, Pixel b)
{
    return {static_cast<std::uint8_t>(times(std::uint32_t{a.red}, b.red)),
            static_cast<std::uint8_t>(times(std::uint32_t{a.green}, b.green)),
            static_cast<std::uint8_t>(times(std::uint32_t{a.blue}, b.blue)),
            static_cast<std::uint8_t>(times(std::uint32_t{a.alpha}, b.alpha))};
}

// What lies below is opaque, and stays so.
inline void blend(Pixel& below, Pixel above)
{
    if (above.alpha == 0) return;
    if (above.alpha == 255) {
        below = above;
        return;
    }
    below = {between(below.red, above.red, above.alpha), between(below.green, above.green, above.alpha),
             between(below.blue, above.blue, above.alpha), 255};
}

// The same for both of two bytes in a word, 16 bits apart: the compiler takes several such words at once.
constexpr std::uint32_t times_both(std::uint32_t bytes, std::uint32_t by)
{
    constexpr std::uint32_t kBytes = 0x00FF00FF;
    auto const product = (bytes & kBytes) * by + 0x00800080;
    return ((product + ((product >> 8U) & kBytes)) >> 8U) & kBytes;
}

// As blend() does it, for whichever opacity, without asking for it.
constexpr std::uint32_t blended(std::uint32_t below, std::uint32_t above)
{
    auto const alpha = above >> 24U;
    auto const outer = times_both(above, alpha) + times_both(below, 255 - alpha);
    auto const inner = times_both(above >> 8U & 0xFFU, alpha) + times_both(below >> 8U & 0xFFU, 255 - alpha);
    return outer | inner << 8U | 0xFF000000U;
}
static_assert(std::endian::native == std::endian::little, "a pixel's alpha is the highest byte of its word");

inline std::uint32_t word_of(Pixel pixel) { return std::bit_cast<std::uint32_t>(pixel); }

inline void blend_line(Pixel* line, int count, Pixel above)
{
    if (above.alpha == 255)
        std::fill_n(line, count, above);
    else if (above.alpha != 0)
        for (int i = 0; i < count; ++i) line[i] = std::bit_cast<Pixel>(blended(word_of(line[i]), word_of(above)));
}

inline void blend_pixels(Pixel* line, Pixel const* above, int count)
{
    for (int i = 0; i < count; ++i) line[i] = std::bit_cast<Pixel>(blended(word_of(line[i]), word_of(above[i])));
}

// The same where what lies above is there by `share`, 0 to 255: a picture that fades.
inline void blend_faded(Pixel* line, Pixel const* above, int count, std::uint32_t share)
{
    for (int i = 0; i < count; ++i) {
        auto const word = word_of(above[i]);
        auto const faded = (word & 0x00FFFFFFU) | times_both(word >> 24U, share) << 24U;
        line[i] = std::bit_cast<Pixel>(blended(word_of(line[i]), faded));
    }
}

inline Pixel texel(Texture const& texture, int x, int y)
{
    x = std::clamp(x, 0, texture.width - 1);
    y = std::clamp(y, 0, texture.height - 1);
    Pixel pixel;
    auto const at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(texture.width) + static_cast<std::size_t>(x)) *
        sizeof(Pixel);
    std::memcpy(&pixel, texture.rgba.data() + at, sizeof pixel);
    return pixel;
}

// Between four texels; `x` and `y` in texels, from the corner of the texture. Weights of a 256th: a picture that stands
// on whole pixels is copied as it is.
inline Pixel sample_linear(Texture const& texture, double x, double y)
{
    auto const left = std::floor(x - 0.5);
    auto const top = std::floor(y - 0.5);
    auto const right_part = static_cast<std::uint32_t>((x - 0.5 - left) * 256 + 0.5);
    auto const lower_part = static_cast<std::uint32_t>((y - 0.5 - top) * 256 + 0.5);
    auto const column = static_cast<int>(left);
    auto const row = static_cast<int>(top);
    auto const a = texel(texture, column, row);
    auto const b = texel(texture, column + 1, row);
    auto const c = texel(texture, column, row + 1);
    auto const d = texel(texture, column + 1, row + 1);
    auto const mix = [&](std::uint32_t p, std::uint32_t q, std::uint32_t r, std::uint32_t s) {
        auto const upper = p * (256 - right_part) + q * right_part;
        auto const lower = r * (256 - right_part) + s * right_part;
        return static_cast<std::uint8_t>((upper * (256 - lower_part) + lower * lower_part + 32768) >> 16U);
    };
    return {mix(a.red, b.red, c.red, d.red), mix(a.green, b.green, c.green, d.green),
            mix(a.blue, b.blue, c.blue, d.blue), mix(a.alpha, b.alpha, c.alpha, d.alpha)};
}

inline Pixel sample(Texture const& texture, double x, double y)
{
    if (texture.filter == ui::Filter::linear) return sample_linear(texture, x, y);
    return texel(texture, static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y)));
}

// Where the pixels of a line are in the texture, [texels]. Counted from the first column of the surface: a pixel is the
// same whichever part of its line is drawn.
struct TexturePath {
    double x = 0, y = 0;           // of the first column
    double step_x = 0, step_y = 0; // to the next

    double x_at(int column) const { return x + step_x * column; }
    double y_at(int column) const { return y + step_y * column; }
};

// Whether each pixel is one texel, to within what sample_linear() rounds away.
inline bool is_copy(TexturePath const& path, int left, int right)
{
    constexpr double kExact = 1 / 1024.;
    auto const off = [](double value) { return std::abs(value - 0.5 - std::round(value - 0.5)); };
    auto const steps = right - left - 1;
    return off(path.x_at(left)) < kExact && off(path.y_at(left)) < kExact && std::abs(path.step_y * steps) < kExact &&
           std::abs(path.step_x * steps - steps) < kExact;
}

// From the column `left` to before `right` of a line that begins at `line`.
inline void textured_line(Pixel* line, int left, int right, Texture const& texture, TexturePath const& path,
                          Pixel color)
{
    constexpr Pixel kWhite{255, 255, 255, 255};
    auto const column = static_cast<int>(std::floor(path.x_at(left)));
    auto const row = static_cast<int>(std::floor(path.y_at(left)));
    auto const count = right - left;
    line += left;
    if (is_copy(path, left, right) && column >= 0 && column + count <= texture.width && row >= 0 &&
        row < texture.height) {
        auto const* from = reinterpret_cast<Pixel const*>(texture.rgba.data()) +
                           static_cast<std::ptrdiff_t>(row) * texture.width + column;
        if (color == kWhite && texture.is_opaque)
            std::copy_n(from, count, line);
        else if (color == kWhite)
            blend_pixels(line, from, count);
        else if (Pixel{255, 255, 255, color.alpha} == color)
            blend_faded(line, from, count, color.alpha);
        else
            for (int i = 0; i < count; ++i) blend(line[i], times(from[i], color));
        return;
    }
    for (int i = 0; i < count; ++i)
        blend(line[i], times(sample(texture, path.x_at(left + i), path.y_at(left + i)), color));
}

} // namespace kiosk::raster
