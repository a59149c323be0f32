#include "ui/canvas.h"
#include "ui/aperture.h"

#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>
#include <numbers>

namespace kiosk::ui {

namespace {

ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

ImVec2 vec(Point point) { return {point.x, point.y}; }

ImTextureID texture(TextureId id) { return reinterpret_cast<ImTextureID>(id); }

std::vector<ImVec2> imgui_points(std::vector<Point> const& points)
{
    std::vector<ImVec2> result;
    result.reserve(points.size());
    for (auto const& point : points) result.push_back(vec(point));
    return result;
}

} // namespace

void Canvas::add(Node node)
{
    if (node.language.empty()) node.language = language_;
    parts_.scene.add(std::move(node));
}

void Canvas::fill(Rect const& rect, Color color, float rounding)
{
    parts_.list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), rounding);
}

void Canvas::outline(Rect const& rect, Color color, float thickness, float rounding)
{
    // ImGui strokes along the edge; half a stroke inwards keeps the line inside the rectangle.
    auto const inner = rect.inset(thickness / 2);
    parts_.list.AddRect({inner.x, inner.y}, {inner.right(), inner.bottom()}, packed(color), rounding, 0, thickness);
}

void Canvas::fade_across(Rect const& rect, Color left, Color right)
{
    parts_.list.AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(left), packed(right),
                                        packed(right), packed(left));
}

void Canvas::fade_down(Rect const& rect, Color top, Color bottom)
{
    parts_.list.AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(top), packed(top),
                                        packed(bottom), packed(bottom));
}

void Canvas::polyline(std::vector<Point> const& points, Color color, float thickness)
{
    auto const line = imgui_points(points);
    parts_.list.AddPolyline(line.data(), static_cast<int>(line.size()), packed(color), 0, thickness);
}

void Canvas::ring(Point centre, float radius, float thickness, Color color, float from_turn, float to_turn)
{
    constexpr float kTurn = 2 * std::numbers::pi_v<float>;
    constexpr float kTop = -kTurn / 4;
    parts_.list.PathArcTo(vec(centre), radius, kTop + from_turn * kTurn, kTop + to_turn * kTurn, 72);
    parts_.list.PathStroke(packed(color), 0, thickness);
}

void Canvas::disc(Point centre, float radius, Color color)
{
    parts_.list.AddCircleFilled(vec(centre), radius, packed(color), 64);
}

void Canvas::lens(Rect const& rect, Color color, float openness)
{
    auto const points = imgui_points(aperture_outline(rect, openness));
    parts_.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(color));
}

void Canvas::lens_outline(Rect const& rect, Color color, float thickness, float openness)
{
    auto const points = imgui_points(aperture_outline(rect, openness));
    parts_.list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(color), ImDrawFlags_Closed,
                            thickness);
}

bool Canvas::lens_picture(Rect const& rect, std::string const& name, float opacity, float openness)
{
    auto const id = parts_.pictures.get(name, static_cast<int>(rect.width), static_cast<int>(rect.height));
    if (id == 0) return false;
    auto const points = imgui_points(aperture_outline(rect, openness));
    parts_.list.PushTextureID(texture(id));
    auto const first = parts_.list.VtxBuffer.Size;
    parts_.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()),
                                    packed(Color{255, 255, 255, 255}.with_alpha(opacity)));
    ImGui::ShadeVertsLinearUV(&parts_.list, first, parts_.list.VtxBuffer.Size, {rect.x, rect.y},
                              {rect.right(), rect.bottom()}, {0, 0}, {1, 1}, true);
    parts_.list.PopTextureID();
    return true;
}

bool Canvas::rect_picture(Rect const& rect, std::string const& name, float opacity)
{
    auto const id = parts_.pictures.get(name, static_cast<int>(rect.width), static_cast<int>(rect.height));
    if (id == 0) return false;
    parts_.list.AddImage(texture(id), {rect.x, rect.y}, {rect.right(), rect.bottom()}, {0, 0}, {1, 1},
                         packed(Color{255, 255, 255, 255}.with_alpha(opacity)));
    return true;
}

void Canvas::icon(Rect const& rect, std::string const& name, Color color)
{
    auto const side = std::floor(std::min(rect.width, rect.height));
    Rect const square{std::round(rect.centre().x - side / 2), std::round(rect.centre().y - side / 2), side, side};
    auto const id = parts_.pictures.get("icon-" + name, static_cast<int>(side), static_cast<int>(side));
    if (id != 0)
        parts_.list.AddImage(texture(id), {square.x, square.y}, {square.right(), square.bottom()}, {0, 0}, {1, 1},
                             packed(color));
}

void Canvas::glyphs(ShapedText const& text, Point top_left, Color color)
{
    auto const ink = packed(color);
    auto const origin = Point{top_left.x, std::round(top_left.y)};
    auto& list = parts_.list;
    for (auto const& glyph : text.glyphs) {
        auto const pen_x = origin.x + glyph.x;
        auto const pen_y = std::round(origin.y + glyph.y);
        if (glyph.font < 0) {
            auto const* font = ImGui::GetIO().Fonts->Fonts[0];
            auto const* built_in = font->FindGlyph(static_cast<ImWchar>(glyph.glyph));
            auto const scale = text.font_size / font->FontSize;
            auto const top = pen_y - text.font_size * 0.8F;
            list.PushTextureID(ImGui::GetIO().Fonts->TexID);
            list.PrimReserve(6, 4);
            list.PrimRectUV({pen_x + built_in->X0 * scale, top + built_in->Y0 * scale},
                            {pen_x + built_in->X1 * scale, top + built_in->Y1 * scale}, {built_in->U0, built_in->V0},
                            {built_in->U1, built_in->V1}, ink);
            list.PopTextureID();
            continue;
        }
        auto const whole = std::floor(pen_x);
        auto const& drawn = parts_.text.atlas().get(glyph.font, glyph.glyph, text.font_size, pen_x - whole);
        if (drawn.texture == 0) continue;
        auto const x = whole + drawn.left;
        auto const y = pen_y - drawn.top;
        list.PushTextureID(texture(drawn.texture));
        list.PrimReserve(6, 4);
        list.PrimRectUV({x, y}, {x + drawn.width, y + drawn.height}, {drawn.u0, drawn.v0}, {drawn.u1, drawn.v1}, ink);
        list.PopTextureID();
    }
}

} // namespace kiosk::ui
