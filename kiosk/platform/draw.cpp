#include "platform/draw.h"

#include <algorithm>
#include <imgui.h>

namespace kiosk::platform {

namespace {

SDL_Rect clip_of(ImDrawCmd const& command, ImDrawData const& data)
{
    auto const left = std::max(command.ClipRect.x, 0.F);
    auto const top = std::max(command.ClipRect.y, 0.F);
    auto const right = std::min(command.ClipRect.z, data.DisplaySize.x);
    auto const bottom = std::min(command.ClipRect.w, data.DisplaySize.y);
    return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
            static_cast<int>(bottom - top)};
}

void draw_command(SDL_Renderer* renderer, SDL_Texture* texture, ImDrawList const& list, ImDrawCmd const& command)
{
    auto const* vertices = list.VtxBuffer.Data + command.VtxOffset;
    auto const* indices = list.IdxBuffer.Data + command.IdxOffset;
    auto const* bytes = reinterpret_cast<char const*>(vertices);
    auto const* position = reinterpret_cast<float const*>(bytes + offsetof(ImDrawVert, pos));
    auto const* uv = reinterpret_cast<float const*>(bytes + offsetof(ImDrawVert, uv));
    auto const* color = reinterpret_cast<SDL_Color const*>(bytes + offsetof(ImDrawVert, col));
    SDL_RenderGeometryRaw(renderer, texture, position, static_cast<int>(sizeof(ImDrawVert)), color,
                          static_cast<int>(sizeof(ImDrawVert)), uv, static_cast<int>(sizeof(ImDrawVert)),
                          static_cast<int>(list.VtxBuffer.Size - static_cast<int>(command.VtxOffset)), indices,
                          static_cast<int>(command.ElemCount), static_cast<int>(sizeof(ImDrawIdx)));
}

} // namespace

void draw(SDL_Renderer* renderer, SdlTextures const& textures, ImDrawData const& data)
{
    SDL_RenderSetViewport(renderer, nullptr);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        auto const& list = *data.CmdLists[i];
        for (auto const& command : list.CmdBuffer) {
            auto const clip = clip_of(command, data);
            if (command.ElemCount == 0 || clip.w <= 0 || clip.h <= 0) continue;
            auto const id = reinterpret_cast<ui::TextureId>(command.GetTexID());
            auto* texture = textures.texture(id);
            if (!texture) continue;
            SDL_RenderSetClipRect(renderer, &clip);
            draw_command(renderer, texture, list, command);
        }
    }
    SDL_RenderSetClipRect(renderer, nullptr);
}

} // namespace kiosk::platform
