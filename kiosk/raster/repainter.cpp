#include "raster/repainter.h"

#include <atomic>
#include <future>
#include <thread>

namespace kiosk::raster {

namespace {

// A line of letters is about as high.
constexpr int kTile = 64; // [px]
// Less than this is drawn before another core has woken up.
constexpr long kWorthSharing = 256L * 1024; // [px]

} // namespace

unsigned usable_cores() { return std::clamp(std::thread::hardware_concurrency(), 1U, 4U); }

std::vector<Bounds> const& Repainter::draw(Surface const& surface, Textures& textures, ImDrawData const& data,
                                           ui::Rotation rotation)
{
    if (surface.width != width_ || surface.height != height_) forget();
    width_ = surface.width;
    height_ = surface.height;
    columns_ = (width_ + kTile - 1) / kTile;
    rows_ = (height_ + kTile - 1) / kTile;
    list_shapes(shapes_, {static_cast<float>(width_), static_cast<float>(height_)}, textures, data, rotation);
    mark_tiles();
    collect_changed();
    before_.clear(); // if drawing fails, nothing is known
    draw_parts(surface);
    before_.swap(marks_);
    return parts_;
}

void Repainter::mark_tiles()
{
    marks_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    for (auto const& shape : shapes_)
        for (int row = shape.bounds.top / kTile; row * kTile < shape.bounds.bottom; ++row)
            for (int column = shape.bounds.left / kTile; column * kTile < shape.bounds.right; ++column) {
                auto& mark = marks_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                                    static_cast<std::size_t>(column)];
                mark = mixed(mark, shape.mark);
            }
}

// Neighbours in a row of tiles are one part.
void Repainter::collect_changed()
{
    parts_.clear();
    for (int row = 0; row < rows_; ++row)
        for (int column = 0; column < columns_; ++column) {
            auto const tile =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
            if (!before_.empty() && before_[tile] == marks_[tile]) continue;
            Bounds const added{column * kTile, row * kTile, std::min(width_, (column + 1) * kTile),
                               std::min(height_, (row + 1) * kTile)};
            if (!parts_.empty() && parts_.back().top == added.top && parts_.back().right == added.left)
                parts_.back().right = added.right;
            else
                parts_.push_back(added);
        }
}

void Repainter::draw_parts(Surface const& surface) const
{
    long pixels = 0;
    for (auto const& part : parts_) pixels += static_cast<long>(part.right - part.left) * (part.bottom - part.top);
    std::atomic<std::size_t> next = 0;
    auto const draw_next = [&] {
        for (auto i = next++; i < parts_.size(); i = next++) draw_shapes(surface, shapes_, parts_[i]);
    };
    std::vector<std::future<void>> others;
    if (pixels >= kWorthSharing)
        for (unsigned i = 1; i < cores_; ++i) others.push_back(std::async(std::launch::async, draw_next));
    draw_next();
    for (auto& other : others) other.get();
}

} // namespace kiosk::raster
