// ImGui's draw lists onto an SDL renderer: our own, because Debian's ImGui has none for SDL_Renderer.
#pragma once
#include "platform/textures.h"

struct ImDrawData;

namespace kiosk::platform {

void draw(SDL_Renderer* renderer, SdlTextures const& textures, ImDrawData const& data);

} // namespace kiosk::platform
