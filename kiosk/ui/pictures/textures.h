// Textures: the interface through which the ui room uploads pixels to the platform's renderer. An id is valid until it
// is destroyed or the renderer is lost; `generation` is then higher, and everything has to be uploaded again.
#pragma once
#include "base/geometry.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace kiosk::ui {

using TextureId = std::uintptr_t; // 0: none
enum class Filter { nearest, linear };

// 8-bit RGBA, not premultiplied, rows from the top, no padding.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

// Whether large pictures are animated. Without a graphics card they rest, and are drawn whole.
enum class PictureMotion { moves, rests };

// When the pixels of a picture are needed. Decoding and scaling one takes more time than all else in a frame.
enum class PixelUse { at_once, when_drawn, never };

class Textures {
public:
    virtual ~Textures() = default;
    // A transparent texture; 0 if the renderer refuses.
    virtual TextureId create(int width, int height, Filter filter) = 0;
    // A part of it, `width * height * 4` bytes.
    virtual void update(TextureId id, int x, int y, int width, int height, std::span<std::uint8_t const> rgba) = 0;
    virtual void destroy(TextureId id) = 0;
    virtual PixelUse pixel_use() const { return PixelUse::at_once; }
    // Where they are needed when_drawn: all of its pixels, asked for by the first picture that shows it, if any does.
    virtual void fill_when_drawn(TextureId, std::function<Image()>) {}
    virtual int generation() const { return 0; }
    virtual PictureMotion picture_motion() const { return PictureMotion::moves; }
    virtual int largest() const { return 8192; } // side, [px]
};

// Keeps nothing: for tests of who uploads what.
class NoTextures : public Textures {
public:
    TextureId create(int, int, Filter) override { return ++last_; }
    void update(TextureId, int, int, int, int, std::span<std::uint8_t const>) override {}
    void destroy(TextureId) override {}

private:
    TextureId last_ = 0;
};

// Where only the scene is looked at: pictures are found, and not read.
class UnseenTextures final : public NoTextures {
public:
    PixelUse pixel_use() const override { return PixelUse::never; }
};

} // namespace kiosk::ui
