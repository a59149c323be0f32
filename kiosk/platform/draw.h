// Draws ImGui's draw lists with an SDL renderer, rotated as the panel is mounted. Debian's ImGui has no backend for
// SDL_Renderer.
#pragma once
#include "platform/textures.h"
#include "ui/scene/rotation.h"

struct ImDrawData;

namespace kiosk::platform {

// `panel` is the renderer's own size, [px]. False if the renderer refused some of it.
bool draw(SDL_Renderer* renderer, SdlTextures const& textures, ImDrawData const& data, Size const& panel,
          ui::Rotation rotation);

} // namespace kiosk::platform
