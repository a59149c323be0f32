// Textures on an SDL renderer. Owner: a RenderTarget, which destroys them before its renderer. Drawing thread only.
#pragma once
#include "ui/pictures/textures.h"

#include <SDL.h>
#include <map>
#include <utility>

namespace kiosk::platform {

class SdlTextures final : public ui::Textures {
public:
    explicit SdlTextures(SDL_Renderer* renderer);
    ~SdlTextures() override;
    SdlTextures(SdlTextures const&) = delete;
    SdlTextures& operator=(SdlTextures const&) = delete;

    ui::TextureId create(int width, int height, ui::Filter filter) override;
    void update(ui::TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba) override;
    void destroy(ui::TextureId id) override;
    int generation() const override { return generation_; }
    int largest() const override { return largest_; }
    ui::PictureMotion picture_motion() const override { return picture_motion_; }
    // Frames take too long: from now on pictures rest.
    void stop_motion() { picture_motion_ = ui::PictureMotion::rests; }

    SDL_Texture* texture(ui::TextureId id) const;
    // To be called when the renderer has lost its textures.
    void lost();
    // Whether a texture could not be made since the last call.
    bool refused() { return std::exchange(refused_, false); }

private:
    SDL_Renderer* renderer_;
    std::map<ui::TextureId, SDL_Texture*> textures_;
    ui::TextureId last_ = 0;
    int generation_ = 0;
    bool refused_ = false;
    int largest_ = 8192;
    ui::PictureMotion picture_motion_ = ui::PictureMotion::moves;
};

} // namespace kiosk::platform
