// The stage: draws frames, and owns what the ui room keeps between them: ImGui's context, shaped text, pictures, the
// last scene, input. One stage a screen. Owner: the ScreenRunner. All calls on the drawing thread.
#pragma once
#include "ui/canvas.h"

#include <functional>
#include <memory>

struct ImDrawData;
struct ImGuiContext;

namespace kiosk::ui {

struct StageOptions {
    std::vector<std::filesystem::path> font_folders;
    std::vector<std::filesystem::path> picture_folders;
    Execution decode = Execution::on_worker;
    std::function<void()> on_picture_ready;
    UntrustedPictures untrusted = {};
};

class Stage {
public:
    Stage(Textures& textures, StageOptions options, Problems& problems);
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

    Input& input() { return input_; }
    Scroller& scroller() { return scroller_; }
    bool input_pending() const { return input_.pending(); }
    // Whether the last frame asked for a picture that tick() must still pass to the worker. A screen at rest is not
    // drawn again by itself, so its owner has to wake for this.
    bool has_picture_requests() const;
    Scene const& scene() const { return scene_; }
    FrameRequests const& frame_requests() const { return frame_requests_; }
    TextEngine& text() { return *text_; }

    // Whether pictures are decoded beside the drawing, and none is being decoded now.
    bool can_prepare() const;
    // Draws nothing. What `draw` asks for with a canvas of Drawing::pictures_ahead is decoded for a frame to come.
    void prepare(Layout const& layout, Theme const& theme, Instant now, std::string tapped, Drawing drawing,
                 std::function<void(Canvas&)> const& draw);

    // To be called between frames: takes finished pictures, passes new requests to the worker, and keeps caches within
    // their budgets. True if a new frame would look different.
    bool tick();

    // Draws everything this far from its place, [px]; nodes of the scene are moved with it.
    void set_shift(Point shift) { shift_ = shift; }
    // 1: as drawn; 0: black.
    void set_brightness(float brightness) { brightness_ = brightness; }

    // Draws a frame by calling `draw` with a canvas. The result is valid until the next frame.
    ImDrawData* frame(Layout const& layout, Theme const& theme, Instant now, Drawing drawing,
                      std::function<void(Canvas&)> const& draw);

private:
    ImGuiContext* context_;
    Textures& textures_;
    TextureId font_texture_ = 0;
    int generation_ = 0;
    std::unique_ptr<TextEngine> text_;
    std::unique_ptr<Pictures> pictures_;
    Input input_;
    Scroller scroller_;
    Scene scene_;
    FrameRequests frame_requests_;
    Point shift_;
    float brightness_ = 1;
    std::set<char32_t> reported_missing_; // characters that are in the journal already

    void upload_font();
    void shift_all(Size panel);
};

} // namespace kiosk::ui
