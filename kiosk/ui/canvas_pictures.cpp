#include "ui/aperture.h"
#include "ui/canvas.h"
#include "ui/draw_list.h"

#include <cmath>
#include <imgui_internal.h>

namespace kiosk::ui {

namespace {

// A picture is scaled once, to whole pixels, and must stand on them: else its edges are jagged.
Rect on_pixels(Rect const& rect)
{
    auto const x = std::round(rect.x);
    auto const y = std::round(rect.y);
    return {x, y, std::round(rect.right()) - x, std::round(rect.bottom()) - y};
}

// Scenes drift by 2 % of their width at most: less is not seen, more shows the edge of a layer.
constexpr float kDrift = 0.02F;

// As the build renders them, back to front; how much of the drift each takes part in.
struct SceneLayer {
    char const* name;
    float depth;
};
constexpr SceneLayer kSceneLayers[] = {{"far", 0.15F}, {"middle", 0.45F}, {"light", 0.3F}, {"near", 1.F}};

} // namespace

std::string Canvas::by_theme(std::string const& name)
{
    auto own = name + "." + theme().name;
    return parts_.pictures.has(own) ? own : name;
}

Picture Canvas::picture_for(std::string const& name, Size size)
{
    auto const width = static_cast<int>(size.width);
    auto const height = static_cast<int>(size.height);
    if (drawing_ == Drawing::pictures_ahead) parts_.pictures.prepare(name, width, height);
    auto const order = parts_.scene.nodes().size();
    if (!is_drawing()) {
        parts_.scene.add(DrawnPicture{name, true, order});
        return {};
    }
    auto const picture = parts_.pictures.get(name, width, height, now());
    parts_.scene.add(DrawnPicture{name, picture.texture != 0, order});
    constexpr std::chrono::milliseconds kFrame{16};
    if (picture.texture != 0 && picture.opacity < 1) frame_requests().add(now() + kFrame, "a picture that fades in");
    return picture;
}

void Canvas::late_aperture(Rect const& rect, float opacity, float openness)
{
    auto const points = imgui_points(aperture_outline(rect, openness));
    parts_.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                    packed(color(Ink::raised).with_alpha(opacity)));
}

void Canvas::picture_in_aperture(Rect const& logical, std::string const& name, float opacity, float openness)
{
    auto const rect = on_pixels(on_panel(logical));
    auto const picture = picture_for(by_theme(name), {rect.width, rect.height});
    if (!is_drawing()) return;
    if (picture.texture == 0 || picture.opacity < 1) late_aperture(rect, opacity, openness);
    if (picture.texture != 0) textured_aperture(rect, rect, picture.texture, opacity * picture.opacity, openness);
}

void Canvas::textured_aperture(Rect const& rect, Rect const& whole, TextureId id, float opacity, float openness)
{
    auto const points = imgui_points(aperture_outline(rect, openness));
    parts_.list.PushTextureID(texture(id));
    auto const first = parts_.list.VtxBuffer.Size;
    parts_.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                    packed(Color{255, 255, 255, 255}.with_alpha(opacity)));
    ImGui::ShadeVertsLinearUV(&parts_.list, first, parts_.list.VtxBuffer.Size, {whole.x, whole.y},
                              {whole.right(), whole.bottom()}, {0, 0}, {1, 1}, true);
    parts_.list.PopTextureID();
}

void Canvas::scene_in_aperture(Rect const& logical, std::string const& name, float drift, float opacity, float openness)
{
    if (picture_motion() == PictureMotion::rests) return picture_in_aperture(logical, name, opacity, openness);
    auto const rect = on_pixels(on_panel(logical));
    // The layers reach beyond the lens by as much as the nearest of them moves.
    auto const reach = std::round(rect.width * kDrift);
    auto const tall = std::round(rect.height * kDrift);
    Rect const whole{rect.x - reach, rect.y - tall, rect.width + 2 * reach, rect.height + 2 * tall};
    std::vector<std::pair<Picture, float>> layers;
    auto const scene = by_theme(name);
    for (auto const& layer : kSceneLayers) {
        auto const part = scene + "." + layer.name;
        if (!parts_.pictures.has(part)) break;
        layers.emplace_back(picture_for(part, {whole.width, whole.height}), layer.depth);
    }
    if (layers.empty()) layers.emplace_back(picture_for(scene, {whole.width, whole.height}), 0.5F);
    if (!is_drawing()) return;
    // All together: layer by layer, the far ones would shine through the near ones.
    float there = 1;
    for (auto const& [layer, depth] : layers) there = std::min(there, layer.texture == 0 ? 0 : layer.opacity);
    if (there < 1) late_aperture(rect, opacity, openness);
    if (there <= 0) return;
    for (auto const& [layer, depth] : layers)
        textured_aperture(rect, {whole.x + drift * depth * reach, whole.y, whole.width, whole.height}, layer.texture,
                          opacity * there, openness);
}

bool Canvas::is_alive(std::string const& name) { return parts_.pictures.has(by_theme(name) + ".life"); }

void Canvas::living_picture(Rect const& asked, Rect const& drawn, std::string const& name, float life, float openness)
{
    auto const size = on_pixels(on_panel(asked));
    auto const rect = on_pixels(on_panel(drawn));
    auto const scene = by_theme(name);
    auto const picture = picture_for(scene, {size.width, size.height});
    auto const layer = scene + ".life";
    auto const alive = parts_.pictures.has(layer) ? picture_for(layer, {size.width, size.height}) : Picture{};
    if (!is_drawing()) return;
    if (picture.texture == 0 || picture.opacity < 1) late_aperture(rect, 1, openness);
    if (picture.texture == 0) return;
    textured_aperture(rect, rect, picture.texture, picture.opacity, openness);
    if (alive.texture != 0) textured_aperture(rect, rect, alive.texture, alive.opacity * life, openness);
}

float Canvas::picture_share(Rect const& asked, std::string const& name)
{
    if (!is_drawing()) return 1;
    auto const size = on_pixels(on_panel(asked));
    auto const picture =
        parts_.pictures.get(by_theme(name), static_cast<int>(size.width), static_cast<int>(size.height), now());
    return picture.is_late ? 0 : picture.opacity;
}

void Canvas::scene_picture(Rect const& rect, std::string const& name, std::string const& answer, float share)
{
    auto const scene = by_theme(name);
    rect_picture(rect, scene);
    auto const layer = scene + "." + answer;
    if (!answer.empty() && parts_.pictures.has(layer)) rect_picture(rect, layer, share);
}

void Canvas::rect_picture(Rect const& logical, std::string const& name, float opacity)
{
    auto const rect = on_pixels(on_panel(logical));
    auto const picture = picture_for(name, {rect.width, rect.height});
    if (picture.texture == 0) return;
    parts_.list.AddImage(texture(picture.texture), {rect.x, rect.y}, {rect.right(), rect.bottom()}, {0, 0}, {1, 1},
                         packed(Color{255, 255, 255, 255}.with_alpha(opacity * picture.opacity)));
}

void Canvas::icon(Rect const& logical, std::string name, Color color)
{
    auto const rect = on_panel(logical);
    if (mirrored() && name.starts_with("chevron-")) name = name == "chevron-left" ? "chevron-right" : "chevron-left";
    auto const side = std::floor(std::min(rect.width, rect.height));
    Rect const square{std::round(rect.centre().x - side / 2), std::round(rect.centre().y - side / 2), side, side};
    auto const picture = picture_for("icon-" + name, {side, side});
    if (picture.texture != 0)
        parts_.list.AddImage(texture(picture.texture), {square.x, square.y}, {square.right(), square.bottom()}, {0, 0},
                             {1, 1}, packed(color.with_alpha(picture.opacity)));
}

} // namespace kiosk::ui
