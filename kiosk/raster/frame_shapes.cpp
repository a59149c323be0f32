#include "raster/frame_shapes.h"

#include <imgui.h>

namespace kiosk::raster {

namespace {

Pixel pixel_of(ImU32 packed)
{
    return {
        static_cast<std::uint8_t>(packed >> IM_COL32_R_SHIFT), static_cast<std::uint8_t>(packed >> IM_COL32_G_SHIFT),
        static_cast<std::uint8_t>(packed >> IM_COL32_B_SHIFT), static_cast<std::uint8_t>(packed >> IM_COL32_A_SHIFT)};
}

std::uint64_t mark_of(Vertex const& corner, std::uint64_t mark)
{
    auto const two = [](float a, float b) {
        return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32U | std::bit_cast<std::uint32_t>(b);
    };
    mark = mixed(mark, two(corner.at.x, corner.at.y));
    mark = mixed(mark, two(corner.texture.x, corner.texture.y));
    return mixed(mark, word_of(corner.color));
}

// A command's list, clip and texture.
class CommandShapes {
public:
    CommandShapes(ImDrawList const& list, ImDrawCmd const& command, Bounds const& clip, Texture const& texture,
                  ui::TextureId id, Size panel, ui::Rotation rotation)
        : vertices_(list.VtxBuffer.Data + command.VtxOffset),
          indices_(list.IdxBuffer.Data + command.IdxOffset),
          count_(command.ElemCount),
          clip_(clip),
          texture_(texture),
          mark_(mixed(mixed(id, texture.version),
                      mixed(static_cast<std::uint64_t>(clip.left) << 32U | static_cast<std::uint32_t>(clip.top),
                            static_cast<std::uint64_t>(clip.right) << 32U | static_cast<std::uint32_t>(clip.bottom)))),
          panel_(panel),
          rotation_(rotation)
    {
    }

    void append_to(std::vector<Shape>& shapes) const
    {
        for (unsigned i = 0; i + 2 < count_;) {
            Shape shape;
            for (unsigned corner = 0; corner < 3; ++corner) shape.corners[corner] = at(i + corner);
            shape.texture = &texture_;
            if (is_pair(i)) {
                shape.corners[3] = at(i + 5);
                shape.is_rectangle = is_rectangle(shape.corners);
                if (!shape.is_rectangle) shape.corners[3] = {};
            }
            i += shape.is_rectangle ? 6 : 3;
            int const corners = shape.is_rectangle ? 4 : 3;
            shape.bounds = both(clip_, bounds_of(shape.corners, corners));
            if (shape.bounds.empty()) continue;
            shape.mark = mark_;
            for (int corner = 0; corner < corners; ++corner) shape.mark = mark_of(shape.corners[corner], shape.mark);
            shapes.push_back(shape);
        }
    }

private:
    // Whether two triangles follow that share the diagonal from their first corner to their third.
    bool is_pair(unsigned i) const
    {
        return i + 5 < count_ && indices_[i] == indices_[i + 3] && indices_[i + 2] == indices_[i + 4];
    }
    Vertex at(unsigned i) const
    {
        auto const& vertex = vertices_[indices_[i]];
        Point const drawn{vertex.pos.x, vertex.pos.y};
        return {rotation_ == ui::Rotation::none ? drawn : ui::to_panel(drawn, panel_, rotation_),
                {vertex.uv.x, vertex.uv.y},
                pixel_of(vertex.col)};
    }
    static Bounds bounds_of(Vertex const* corners, int count)
    {
        Point least = corners[0].at;
        Point most = corners[0].at;
        for (int i = 1; i < count; ++i) {
            least = {std::min(least.x, corners[i].at.x), std::min(least.y, corners[i].at.y)};
            most = {std::max(most.x, corners[i].at.x), std::max(most.y, corners[i].at.y)};
        }
        // Far beyond any surface, so that whatever a list holds is a whole number.
        auto const whole = [](float value) { return static_cast<int>(std::clamp(value, -1e6F, 1e6F)); };
        return {whole(std::floor(least.x)), whole(std::floor(least.y)), whole(std::ceil(most.x)) + 1,
                whole(std::ceil(most.y)) + 1};
    }

    ImDrawVert const* vertices_;
    ImDrawIdx const* indices_;
    unsigned count_;
    Bounds clip_;
    Texture const& texture_;
    std::uint64_t mark_;
    Size panel_;
    ui::Rotation rotation_;
};

Bounds clip_of(ImDrawCmd const& command, ImDrawData const& data, Size panel, ui::Rotation rotation)
{
    auto const left = std::max(command.ClipRect.x, 0.F);
    auto const top = std::max(command.ClipRect.y, 0.F);
    auto const right = std::min(command.ClipRect.z, data.DisplaySize.x);
    auto const bottom = std::min(command.ClipRect.w, data.DisplaySize.y);
    if (right <= left || bottom <= top) return {};
    auto const rect = ui::to_panel(Rect{left, top, right - left, bottom - top}, panel, rotation);
    return {std::max(0, static_cast<int>(rect.x)), std::max(0, static_cast<int>(rect.y)),
            std::min(static_cast<int>(panel.width), static_cast<int>(rect.right())),
            std::min(static_cast<int>(panel.height), static_cast<int>(rect.bottom()))};
}

} // namespace

void list_shapes(std::vector<Shape>& shapes, Size surface, Textures& textures, ImDrawData const& data,
                 ui::Rotation rotation)
{
    shapes.clear();
    for (int i = 0; i < data.CmdListsCount; ++i) {
        auto const& list = *data.CmdLists[i];
        for (auto const& command : list.CmdBuffer) {
            auto const id = reinterpret_cast<ui::TextureId>(command.GetTexID());
            auto const clip = clip_of(command, data, surface, rotation);
            if (clip.empty()) continue;
            auto const* texture = textures.find(id);
            if (texture) CommandShapes(list, command, clip, *texture, id, surface, rotation).append_to(shapes);
        }
    }
}

void draw_shapes(Surface const& surface, std::vector<Shape> const& shapes, Bounds const& part)
{
    for (int y = part.top; y < part.bottom; ++y)
        std::fill_n(Paint{surface, part, nullptr}.line(y) + part.left, part.right - part.left, Pixel{0, 0, 0, 255});
    for (auto const& shape : shapes) {
        auto const clip = both(part, shape.bounds);
        if (clip.empty()) continue;
        Paint const paint{surface, clip, shape.texture};
        if (shape.is_rectangle)
            draw_rectangle(paint, shape.corners);
        else
            draw_triangle(paint, shape.corners[0], shape.corners[1], shape.corners[2]);
    }
}

} // namespace kiosk::raster
