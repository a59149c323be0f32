#include "platform/draw.h"

#include <algorithm>
#include <imgui.h>
#include <vector>

namespace kiosk::platform {

namespace {

SDL_Rect clip_of(ImDrawCmd const& command, ImDrawData const& data, Size const& panel, ui::Rotation rotation)
{
    auto const left = std::max(command.ClipRect.x, 0.F);
    auto const top = std::max(command.ClipRect.y, 0.F);
    auto const right = std::min(command.ClipRect.z, data.DisplaySize.x);
    auto const bottom = std::min(command.ClipRect.w, data.DisplaySize.y);
    if (right <= left || bottom <= top) return {0, 0, 0, 0};
    auto const rect = ui::to_panel(Rect{left, top, right - left, bottom - top}, panel, rotation);
    return {static_cast<int>(rect.x), static_cast<int>(rect.y), static_cast<int>(rect.width),
            static_cast<int>(rect.height)};
}

bool draw_command(SDL_Renderer* renderer, SDL_Texture* texture, ImDrawList const& list, ImDrawCmd const& command,
                  std::vector<Point> const& rotated_points)
{
    auto const* vertices = list.VtxBuffer.Data + command.VtxOffset;
    auto const* indices = list.IdxBuffer.Data + command.IdxOffset;
    auto const* bytes = reinterpret_cast<char const*>(vertices);
    auto const* position = reinterpret_cast<float const*>(bytes + offsetof(ImDrawVert, pos));
    auto stride = static_cast<int>(sizeof(ImDrawVert));
    auto const* uv = reinterpret_cast<float const*>(bytes + offsetof(ImDrawVert, uv));
    auto const* color = reinterpret_cast<SDL_Color const*>(bytes + offsetof(ImDrawVert, col));
    if (!rotated_points.empty()) {
        position = &rotated_points[command.VtxOffset].x;
        stride = static_cast<int>(sizeof(Point));
    }
    return SDL_RenderGeometryRaw(renderer, texture, position, stride, color, static_cast<int>(sizeof(ImDrawVert)), uv,
                                 static_cast<int>(sizeof(ImDrawVert)),
                                 static_cast<int>(list.VtxBuffer.Size - static_cast<int>(command.VtxOffset)), indices,
                                 static_cast<int>(command.ElemCount), static_cast<int>(sizeof(ImDrawIdx))) == 0;
}

// Empty where nothing is to be turned.
std::vector<Point> rotated_points(ImDrawList const& list, Size const& panel, ui::Rotation rotation)
{
    std::vector<Point> points;
    if (rotation == ui::Rotation::none) return points;
    points.reserve(static_cast<std::size_t>(list.VtxBuffer.Size));
    for (auto const& vertex : list.VtxBuffer)
        points.push_back(ui::to_panel(Point{vertex.pos.x, vertex.pos.y}, panel, rotation));
    return points;
}

} // namespace

bool draw(SDL_Renderer* renderer, SdlTextures const& textures, ImDrawData const& data, Size const& panel,
          ui::Rotation rotation)
{
    bool well = true;
    SDL_RenderSetViewport(renderer, nullptr);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        auto const& list = *data.CmdLists[i];
        auto const points = rotated_points(list, panel, rotation);
        for (auto const& command : list.CmdBuffer) {
            auto const clip = clip_of(command, data, panel, rotation);
            if (command.ElemCount == 0 || clip.w <= 0 || clip.h <= 0) continue;
            auto const id = reinterpret_cast<ui::TextureId>(command.GetTexID());
            auto* texture = textures.texture(id);
            if (!texture) continue;
            SDL_RenderSetClipRect(renderer, &clip);
            well = draw_command(renderer, texture, list, command, points) && well;
        }
    }
    SDL_RenderSetClipRect(renderer, nullptr);
    return well;
}

} // namespace kiosk::platform
