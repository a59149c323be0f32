#include "raster/shapes.h"

#include <optional>

namespace kiosk::raster {

namespace {

// Corners of an upright rectangle, however it is turned: from the upper left, rightwards and downwards.
struct Upright {
    Vertex upper_left, upper_right, lower_left, lower_right;
};

std::optional<Upright> upright(Vertex const (&corners)[4])
{
    auto const left = std::min({corners[0].at.x, corners[1].at.x, corners[2].at.x, corners[3].at.x});
    auto const top = std::min({corners[0].at.y, corners[1].at.y, corners[2].at.y, corners[3].at.y});
    Vertex const* found[4] = {};
    for (auto const& corner : corners) {
        auto const column = corner.at.x == left ? 0 : 1;
        auto const row = corner.at.y == top ? 0 : 2;
        if (found[column + row]) return std::nullopt;
        found[column + row] = &corner;
    }
    Upright const made{*found[0], *found[1], *found[2], *found[3]};
    bool const square = made.upper_right.at.x == made.lower_right.at.x && made.lower_left.at.y == made.lower_right.at.y;
    return square ? std::optional(made) : std::nullopt;
}

Pixel faded(Pixel from, Pixel to, double share)
{
    auto const part = static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * 65536 + 0.5);
    auto const mix = [&](std::uint32_t a, std::uint32_t b) {
        return static_cast<std::uint8_t>((a * (65536 - part) + b * part + 32768) >> 16U);
    };
    return {mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue), mix(from.alpha, to.alpha)};
}

// Whether its colour changes from left to right only, or from the top down only.
bool fades_across(Upright const& shape)
{
    return shape.upper_left.color == shape.lower_left.color && shape.upper_right.color == shape.lower_right.color;
}
bool fades_down(Upright const& shape)
{
    return shape.upper_left.color == shape.upper_right.color && shape.lower_left.color == shape.lower_right.color;
}
bool has_one_color(Upright const& shape) { return fades_across(shape) && fades_down(shape); }

bool is_plain(Upright const& shape)
{
    return shape.upper_left.texture == shape.lower_right.texture &&
           shape.upper_left.texture == shape.upper_right.texture;
}

} // namespace

bool is_rectangle(Vertex const (&corners)[4])
{
    auto const shape = upright(corners);
    return shape && (has_one_color(*shape) || (is_plain(*shape) && (fades_across(*shape) || fades_down(*shape))));
}

void draw_rectangle(Paint const& paint, Vertex const (&corners)[4])
{
    auto const shape = *upright(corners);
    bool const down = fades_down(shape);
    bool const plain = is_plain(shape);
    auto const& from = shape.upper_left.at;
    auto const& to = shape.lower_right.at;
    auto const left = std::max(paint.clip.left, first_pixel(from.x));
    auto const right = std::min(paint.clip.right, first_pixel(to.x));
    auto const top = std::max(paint.clip.top, first_pixel(from.y));
    auto const bottom = std::min(paint.clip.bottom, first_pixel(to.y));
    if (right <= left || bottom <= top) return;

    auto const& texture = *paint.texture;
    double const width = static_cast<double>(to.x) - from.x;
    double const height = static_cast<double>(to.y) - from.y;
    auto const texels = [&](Point uv) {
        return std::pair(double{uv.x} * texture.width, double{uv.y} * texture.height);
    };
    auto const [u, v] = texels(shape.upper_left.texture);
    auto const [u_right, v_right] = texels(shape.upper_right.texture);
    auto const [u_below, v_below] = texels(shape.lower_left.texture);
    auto const white = sample(texture, u, v);
    std::vector<Pixel> fade; // of one line, from left to right
    if (plain && !down)
        for (int x = left; x < right; ++x)
            fade.push_back(
                times(white, faded(shape.upper_left.color, shape.upper_right.color, (x + 0.5 - from.x) / width)));
    for (int y = top; y < bottom; ++y) {
        auto* line = paint.line(y);
        auto const y_share = (y + 0.5 - from.y) / height;
        if (!fade.empty()) {
            for (std::size_t i = 0; i < fade.size(); ++i) blend(line[static_cast<std::size_t>(left) + i], fade[i]);
        } else if (plain) {
            blend_line(line + left, right - left,
                       times(white, faded(shape.upper_left.color, shape.lower_left.color, y_share)));
        } else {
            auto const x_share = (0.5 - from.x) / width; // of the first column of the surface
            textured_line(line, left, right, texture,
                          {u + (u_right - u) * x_share + (u_below - u) * y_share,
                           v + (v_right - v) * x_share + (v_below - v) * y_share, (u_right - u) / width,
                           (v_right - v) / width},
                          shape.upper_left.color);
        }
    }
}

} // namespace kiosk::raster
