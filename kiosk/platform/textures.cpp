#include "platform/textures.h"

#include <algorithm>

namespace kiosk::platform {

SdlTextures::SdlTextures(SDL_Renderer* renderer) : renderer_(renderer)
{
    SDL_RendererInfo info{};
    bool const known = SDL_GetRendererInfo(renderer, &info) == 0;
    if ((info.flags & SDL_RENDERER_SOFTWARE) != 0) stop_motion();
    // The software renderer says 0: no limit of its own.
    if (known && info.max_texture_width > 0) largest_ = std::min(info.max_texture_width, info.max_texture_height);
}

SdlTextures::~SdlTextures()
{
    for (auto const& [id, texture] : textures_) SDL_DestroyTexture(texture);
}

ui::TextureId SdlTextures::create(int width, int height, ui::Filter filter)
{
    auto* texture = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, width, height);
    refused_ = refused_ || !texture;
    if (!texture) return 0;
    SDL_SetTextureBlendMode(texture, SDL_BLENDMODE_BLEND);
    SDL_SetTextureScaleMode(texture, filter == ui::Filter::linear ? SDL_ScaleModeLinear : SDL_ScaleModeNearest);
    textures_[++last_] = texture;
    return last_;
}

void SdlTextures::update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba)
{
    SDL_Rect const part{x, y, width, height};
    if (auto* target = texture(id)) SDL_UpdateTexture(target, &part, rgba.data(), width * 4);
}

void SdlTextures::destroy(ui::TextureId id)
{
    auto const found = textures_.find(id);
    if (found == textures_.end()) return;
    SDL_DestroyTexture(found->second);
    textures_.erase(found);
}

SDL_Texture* SdlTextures::texture(ui::TextureId id) const
{
    auto const found = textures_.find(id);
    return found == textures_.end() ? nullptr : found->second;
}

void SdlTextures::lost()
{
    for (auto const& [id, texture] : textures_) SDL_DestroyTexture(texture);
    textures_.clear();
    ++generation_;
}

} // namespace kiosk::platform
