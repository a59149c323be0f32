// The stage: what the ui room keeps between frames (ImGui's context, shaped text, pictures, the last scene, input), and
// the one way to draw a frame. Owner: the app; one stage a screen. All calls on the drawing thread.
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
    Decode decode = Decode::on_worker;
    std::function<void()> on_picture_ready;
    ForeignPictures foreign = {};
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
    // Whether tend() has something to do: a screen at rest draws no further frame that would call it.
    bool picture_asked() const;
    Scene const& scene() const { return scene_; }
    Wakes const& wakes() const { return wakes_; }
    TextEngine& text() { return *text_; }

    // Takes finished pictures; true if a new frame would look different.
    bool tend();

    // The whole picture stands so far from where it is laid out, [px]; the scene says where it stands.
    void set_shift(Point shift) { shift_ = shift; }
    // From 1, as drawn, to 0, black: a veil over everything.
    void set_brightness(float brightness) { brightness_ = brightness; }

    // Draws a frame: `draw` is given the canvas. What it returns is good until the next frame.
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
    Wakes wakes_;
    Point shift_;
    float brightness_ = 1;
    std::set<char32_t> said_missing_; // in the journal

    void upload_font();
    void shift_all(Size panel);
};

} // namespace kiosk::ui
