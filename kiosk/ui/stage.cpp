#include "ui/stage.h"
#include "system/log.h"

#include <cmath>
#include <fmt/format.h>
#include <imgui.h>

namespace kiosk::ui {

Stage::Stage(Textures& textures, StageOptions options, Problems& problems)
    : context_(ImGui::CreateContext()),
      textures_(textures)
{
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr; // nothing of a visit is written by ImGui
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    upload_font();
    text_ = std::make_unique<TextEngine>(options.font_folders, textures, problems);
    pictures_ = std::make_unique<Pictures>(std::move(options.picture_folders), textures, options.decode,
                                           std::move(options.on_picture_ready), std::move(options.untrusted));
}

Stage::~Stage()
{
    pictures_.reset();
    text_.reset();
    if (font_texture_ != 0) textures_.destroy(font_texture_);
    ImGui::DestroyContext(context_);
}

void Stage::upload_font()
{
    // ImGui's atlas: its white pixel is what every plain shape is painted with.
    auto& io = ImGui::GetIO();
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    font_texture_ = textures_.create(width, height, Filter::linear);
    textures_.update(font_texture_, 0, 0, width, height,
                     {pixels, static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4});
    io.Fonts->SetTexID(reinterpret_cast<ImTextureID>(font_texture_));
    generation_ = textures_.generation();
}

bool Stage::has_picture_requests() const { return pictures_->has_requests(); }

bool Stage::can_prepare() const { return pictures_->decodes_ahead() && !pictures_->waiting(); }

void Stage::prepare(Layout const& layout, Theme const& theme, Instant now, std::string tapped, Drawing drawing,
                    std::function<void(Canvas&)> const& draw)
{
    ImGui::SetCurrentContext(context_);
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame(); // a list without its first command cannot be clipped
    Input input;
    input.imagine_tap(std::move(tapped));
    Scene scene;
    FrameRequests frame_requests;
    Scroller scroller;
    Canvas canvas({list, layout, theme, *text_, *pictures_, input, scene, frame_requests, scroller, now}, drawing);
    draw(canvas);
}

bool Stage::tick()
{
    ImGui::SetCurrentContext(context_);
    if (generation_ != textures_.generation()) upload_font();
    text_->tick();
    for (auto const character : text_->missing())
        if (reported_missing_.insert(character).second)
            log(LogLevel::warning, fmt::format("no font has the character U+{:04X}; a box stands in its place (take "
                                               "another character, or add a font of its script)",
                                               static_cast<std::uint32_t>(character)));
    return pictures_->tick();
}

void Stage::shift_all(Size panel)
{
    auto& list = *ImGui::GetBackgroundDrawList();
    for (auto& vertex : list.VtxBuffer) {
        vertex.pos.x += shift_.x;
        vertex.pos.y += shift_.y;
    }
    // A view's sides move with what is seen through it; the panel's own sides stay.
    for (auto& command : list.CmdBuffer) {
        auto& clip = command.ClipRect;
        if (clip.x > 0) clip.x += shift_.x;
        if (clip.y > 0) clip.y += shift_.y;
        if (clip.z < panel.width) clip.z += shift_.x;
        if (clip.w < panel.height) clip.w += shift_.y;
    }
    scene_.shift(shift_, panel);
}

ImDrawData* Stage::frame(Layout const& layout, Theme const& theme, Instant now, Drawing drawing,
                         std::function<void(Canvas&)> const& draw)
{
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.DisplaySize = {layout.panel().width, layout.panel().height};
    io.DeltaTime = 1.F / 60; // nothing of ImGui's own moves here
    ImGui::NewFrame();
    scene_.clear();
    frame_requests_.clear();
    Canvas canvas({*ImGui::GetBackgroundDrawList(), layout, theme, *text_, *pictures_, input_, scene_, frame_requests_,
                   scroller_, now},
                  drawing);
    canvas.fill(layout.screen().inset(-std::abs(shift_.x), -std::abs(shift_.y)), theme[Ink::ground]);
    draw(canvas);
    if (shift_ != Point{}) shift_all(layout.panel());
    if (brightness_ < 1) canvas.fill(layout.screen(), Color{0, 0, 0, 255}.with_alpha(1 - brightness_));
    ImGui::Render();
    return ImGui::GetDrawData();
}

} // namespace kiosk::ui
