#include "raster/raster.h"
#include "raster/shapes.h"

#include <imgui.h>

namespace kiosk::raster {

namespace {

Pixel pixel_of(ImU32 packed)
{
    return {
        static_cast<std::uint8_t>(packed >> IM_COL32_R_SHIFT), static_cast<std::uint8_t>(packed >> IM_COL32_G_SHIFT),
        static_cast<std::uint8_t>(packed >> IM_COL32_B_SHIFT), static_cast<std::uint8_t>(packed >> IM_COL32_A_SHIFT)};
}

// What a command is drawn with: its list, its clip and its texture.
class CommandDrawing {
public:
    CommandDrawing(Paint const& paint, ImDrawList const& list, ImDrawCmd const& command, ui::Rotation rotation)
        : paint_(paint),
          vertices_(list.VtxBuffer.Data + command.VtxOffset),
          indices_(list.IdxBuffer.Data + command.IdxOffset),
          count_(command.ElemCount),
          rotation_(rotation),
          panel_{static_cast<float>(paint.surface.width), static_cast<float>(paint.surface.height)}
    {
    }

    void draw() const
    {
        for (unsigned i = 0; i + 2 < count_;) {
            if (is_pair(i) && draw_rectangle(paint_, {at(i), at(i + 1), at(i + 2), at(i + 5)})) {
                i += 6;
                continue;
            }
            draw_triangle(paint_, at(i), at(i + 1), at(i + 2));
            i += 3;
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

    Paint const& paint_;
    ImDrawVert const* vertices_;
    ImDrawIdx const* indices_;
    unsigned count_;
    ui::Rotation rotation_;
    Size panel_;
};

Bounds clip_of(ImDrawCmd const& command, ImDrawData const& data, Surface const& surface, ui::Rotation rotation)
{
    auto const left = std::max(command.ClipRect.x, 0.F);
    auto const top = std::max(command.ClipRect.y, 0.F);
    auto const right = std::min(command.ClipRect.z, data.DisplaySize.x);
    auto const bottom = std::min(command.ClipRect.w, data.DisplaySize.y);
    if (right <= left || bottom <= top) return {};
    Size const panel{static_cast<float>(surface.width), static_cast<float>(surface.height)};
    auto const rect = ui::to_panel(Rect{left, top, right - left, bottom - top}, panel, rotation);
    return {std::max(0, static_cast<int>(rect.x)), std::max(0, static_cast<int>(rect.y)),
            std::min(surface.width, static_cast<int>(rect.right())),
            std::min(surface.height, static_cast<int>(rect.bottom()))};
}

} // namespace

void draw(Surface const& surface, Textures& textures, ImDrawData const& data, ui::Rotation rotation)
{
    auto const pixels = static_cast<std::ptrdiff_t>(surface.width) * surface.height;
    std::fill_n(reinterpret_cast<Pixel*>(surface.pixels), pixels, Pixel{0, 0, 0, 255});
    for (int i = 0; i < data.CmdListsCount; ++i) {
        auto const& list = *data.CmdLists[i];
        for (auto const& command : list.CmdBuffer) {
            auto const* texture = textures.find(reinterpret_cast<ui::TextureId>(command.GetTexID()));
            Paint const paint{surface, clip_of(command, data, surface, rotation), texture};
            if (!texture || paint.clip.right <= paint.clip.left || paint.clip.bottom <= paint.clip.top) continue;
            CommandDrawing(paint, list, command, rotation).draw();
        }
    }
}

} // namespace kiosk::raster
