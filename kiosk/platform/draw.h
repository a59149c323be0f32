// ImGui's draw lists onto an SDL renderer: our own, because Debian's ImGui has none for SDL_Renderer. Turns the picture
// as the panel is mounted.
#pragma once
#include "platform/textures.h"
#include "ui/scene/rotation.h"

struct ImDrawData;

namespace kiosk::platform {

// `panel` is the renderer's own size, [px]. False if the renderer refused some of it.
bool draw(SDL_Renderer* renderer, SdlTextures const& textures, ImDrawData const& data, Size const& panel,
          ui::Rotation rotation);

} // namespace kiosk::platform
