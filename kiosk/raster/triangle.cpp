#include "raster/shapes.h"

#include <utility>

namespace kiosk::raster {

namespace {

// A value over a triangle: what it is at the first corner, and how it grows.
struct Plane {
    double at = 0, by_x = 0, by_y = 0;
};

class Triangle {
public:
    Triangle(Vertex const& a, Vertex const& b, Vertex const& c)
        : origin_(a.at),
          x1_(double{b.at.x} - a.at.x),
          y1_(double{b.at.y} - a.at.y),
          x2_(double{c.at.x} - a.at.x),
          y2_(double{c.at.y} - a.at.y),
          area_(x1_ * y2_ - x2_ * y1_)
    {
    }
    bool empty() const { return area_ == 0; }
    Plane plane(double a, double b, double c) const
    {
        auto const first = b - a;
        auto const second = c - a;
        return {a, (first * y2_ - second * y1_) / area_, (second * x1_ - first * x2_) / area_};
    }
    double value(Plane const& plane, double x, double y) const
    {
        return plane.at + plane.by_x * (x - origin_.x) + plane.by_y * (y - origin_.y);
    }

private:
    Point origin_;
    double x1_, y1_, x2_, y2_, area_;
};

// Where the edge between two corners is at this height. The upper corner comes first, so that the triangles on both
// sides of an edge agree on each pixel.
double edge_at(Point upper, Point lower, double y)
{
    return upper.x + (y - upper.y) * (double{lower.x} - upper.x) / (double{lower.y} - upper.y);
}

std::uint8_t byte_of(double value) { return static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0) + 0.5); }

// One colour or four planes, one texel or a part of the texture.
class Shader {
public:
    Shader(Texture const& texture, Triangle const& triangle, Vertex const& a, Vertex const& b, Vertex const& c)
        : texture_(texture),
          triangle_(triangle),
          color_(a.color),
          shaded_(a.color != b.color || a.color != c.color),
          textured_(a.texture != b.texture || a.texture != c.texture),
          red_(triangle.plane(a.color.red, b.color.red, c.color.red)),
          green_(triangle.plane(a.color.green, b.color.green, c.color.green)),
          blue_(triangle.plane(a.color.blue, b.color.blue, c.color.blue)),
          alpha_(triangle.plane(a.color.alpha, b.color.alpha, c.color.alpha)),
          u_(triangle.plane(a.texture.x, b.texture.x, c.texture.x)),
          v_(triangle.plane(a.texture.y, b.texture.y, c.texture.y)),
          texel_(sample(texture, double{a.texture.x} * texture.width, double{a.texture.y} * texture.height))
    {
    }

    void draw_line(Pixel* line, int left, int right, double y) const
    {
        if (!shaded_ && !textured_) return blend_line(line + left, right - left, times(texel_, color_));
        if (!shaded_)
            return textured_line(line, left, right, texture_,
                                 {triangle_.value(u_, 0.5, y) * texture_.width,
                                  triangle_.value(v_, 0.5, y) * texture_.height, u_.by_x * texture_.width,
                                  v_.by_x * texture_.height},
                                 color_);
        for (int i = left; i < right; ++i) {
            auto const x = i + 0.5;
            auto const color = shaded_ ? shade(x, y) : color_;
            blend(line[i], times(textured_ ? look_up(x, y) : texel_, color));
        }
    }

private:
    Pixel shade(double x, double y) const
    {
        return {byte_of(triangle_.value(red_, x, y)), byte_of(triangle_.value(green_, x, y)),
                byte_of(triangle_.value(blue_, x, y)), byte_of(triangle_.value(alpha_, x, y))};
    }
    Pixel look_up(double x, double y) const
    {
        return sample(texture_, triangle_.value(u_, x, y) * texture_.width,
                      triangle_.value(v_, x, y) * texture_.height);
    }

    Texture const& texture_;
    Triangle const& triangle_;
    Pixel color_;
    bool shaded_, textured_;
    Plane red_, green_, blue_, alpha_, u_, v_;
    Pixel texel_;
};

} // namespace

void draw_triangle(Paint const& paint, Vertex a, Vertex b, Vertex c)
{
    auto const above = [](Vertex const& p, Vertex const& q) {
        return p.at.y < q.at.y || (p.at.y == q.at.y && p.at.x < q.at.x);
    };
    if (above(b, a)) std::swap(a, b);
    if (above(c, b)) std::swap(b, c);
    if (above(b, a)) std::swap(a, b);
    Triangle const triangle(a, b, c);
    if (triangle.empty()) return;
    Shader const shader(*paint.texture, triangle, a, b, c);
    auto const top = std::max(paint.clip.top, first_pixel(a.at.y));
    auto const bottom = std::min(paint.clip.bottom, first_pixel(c.at.y));
    for (int y = top; y < bottom; ++y) {
        auto const centre = y + 0.5;
        auto one = edge_at(a.at, c.at, centre);
        auto other = centre < b.at.y ? edge_at(a.at, b.at, centre) : edge_at(b.at, c.at, centre);
        if (other < one) std::swap(one, other);
        auto const left = std::max(paint.clip.left, static_cast<int>(std::ceil(one - 0.5)));
        auto const right = std::min(paint.clip.right, static_cast<int>(std::ceil(other - 0.5)));
        if (right <= left) continue;
        shader.draw_line(paint.line(y), left, right, centre);
    }
}

} // namespace kiosk::raster
