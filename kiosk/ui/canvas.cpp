#include "ui/canvas.h"
#include "ui/aperture.h"
#include "ui/draw_list.h"

#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>
#include <numbers>

namespace kiosk::ui {

namespace {

// A fade that begins and ends gently has no edge; a straight one shows where it does.
constexpr int kFadeSteps = 16;

Color faded(Color from, Color to, int step)
{
    auto const share = static_cast<float>(step) / kFadeSteps;
    auto const gentle = share * share * (3 - 2 * share);
    auto const alpha = [](Color color) { return static_cast<float>(color.alpha) / 255; };
    return mix(from.with_alpha(1), to.with_alpha(1), gentle)
        .with_alpha(alpha(from) + (alpha(to) - alpha(from)) * gentle);
}

float fade_edge(float from, float length, int step)
{
    return std::round(from + length * static_cast<float>(step) / kFadeSteps);
}

} // namespace

DetachedCanvas::DetachedCanvas(Canvas const& canvas, Drawing drawing)
    : scroller_(canvas.parts().scroller),
      canvas_({canvas.parts().list, canvas.parts().layout, canvas.parts().theme, canvas.parts().text,
               canvas.parts().pictures, input_, scene_, frame_requests_, scroller_, canvas.parts().now},
              drawing)
{
    canvas_.set_text_direction(canvas.text_direction());
    canvas_.set_language(canvas.language());
}

void Canvas::set_text_direction(Direction text_direction)
{
    text_direction_ = text_direction;
    parts_.scene.set_reading_start(mirrored() ? ReadingStart::right : ReadingStart::left);
}

Rect Canvas::on_panel(Rect const& rect) const
{
    if (!mirrored()) return rect;
    return {layout().panel().width - rect.right(), rect.y, rect.width, rect.height};
}

Point Canvas::on_panel(Point point) const
{
    return mirrored() ? Point{layout().panel().width - point.x, point.y} : point;
}

Swipe Canvas::swipe() const
{
    auto const swipe = parts_.input.swipe();
    if (!mirrored() || swipe == Swipe::none) return swipe;
    return swipe == Swipe::left ? Swipe::right : Swipe::left;
}

void Canvas::push_clip(Rect const& view)
{
    view_ = on_panel(view);
    parts_.list.PushClipRect({view_.x, view_.y}, {view_.right(), view_.bottom()}, true);
}

void Canvas::pop_clip()
{
    view_ = {};
    parts_.list.PopClipRect();
}

void Canvas::add(Node node)
{
    if (node.language.empty()) node.language = language_;
    if (node.clipped) report_overflow();
    node.rect = on_panel(node.rect);
    node.view = view_;
    node.region = region_;
    node.group = group_;
    parts_.scene.add(std::move(node));
}

void Canvas::focus_ring()
{
    auto const& focused = parts_.input.focused();
    if (focused.empty() || !is_drawing()) return;
    auto const top = parts_.scene.in_reading_order();
    auto const found = std::find_if(top.begin(), top.end(), [&](Node const* node) { return node->id == focused; });
    if (found == top.end()) return; // gone, or under a veil
    auto const& node = **found;
    // Its line between two of the ground's colour, so that it is seen on whatever picture. It stays on the panel, also
    // around what fills it.
    auto const line = layout().units(5);
    auto const edge = layout().units(3);
    auto const inner = layout().screen().inset(line / 2 + edge);
    // Words have no corners of their own to follow, and lines above and below them.
    bool const is_words = node.tap == Tap::none;
    auto const clear = layout().units(is_words ? 12 : 8);
    auto const around = node.rect.inset(-clear, is_words ? -layout().units(4) : -clear);
    auto const left = std::max(around.x, inner.x);
    auto const top_edge = std::max(around.y, inner.y);
    auto const right = std::min(around.right(), inner.right());
    auto const bottom = std::min(around.bottom(), inner.bottom());
    auto const rounding = is_words ? clear : layout().rounding() + clear;
    if (node.view.width > 0)
        parts_.list.PushClipRect({node.view.x, node.view.y}, {node.view.right(), node.view.bottom()}, true);
    auto const stroke = [&](Color color, float thickness) {
        parts_.list.AddRect({left, top_edge}, {right, bottom}, packed(color), rounding, 0, thickness);
    };
    stroke(color(Ink::ground), line + 2 * edge);
    stroke(color(Ink::text), line);
    if (node.view.width > 0) parts_.list.PopClipRect();
}

void Canvas::fill(Rect const& logical, Color color, float rounding)
{
    if (!is_drawing()) return;
    auto const rect = on_panel(logical);
    parts_.list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color), rounding);
}

void Canvas::outline(Rect const& logical, Color color, float thickness, float rounding)
{
    if (!is_drawing()) return;
    auto const rect = on_panel(logical);
    // ImGui strokes along the edge; half a stroke inwards keeps the line inside the rectangle.
    auto const inner = rect.inset(thickness / 2);
    parts_.list.AddRect({inner.x, inner.y}, {inner.right(), inner.bottom()}, packed(color), rounding, 0, thickness);
}

void Canvas::fade_across(Rect const& logical, Color left, Color right)
{
    if (!is_drawing()) return;
    auto const rect = on_panel(logical);
    if (mirrored()) std::swap(left, right);
    for (int i = 0; i < kFadeSteps; ++i) {
        auto const from = packed(faded(left, right, i));
        auto const to = packed(faded(left, right, i + 1));
        parts_.list.AddRectFilledMultiColor({fade_edge(rect.x, rect.width, i), rect.y},
                                            {fade_edge(rect.x, rect.width, i + 1), rect.bottom()}, from, to, to, from);
    }
}

void Canvas::fade_down(Rect const& logical, Color top, Color bottom)
{
    if (!is_drawing()) return;
    auto const rect = on_panel(logical);
    for (int i = 0; i < kFadeSteps; ++i) {
        auto const from = packed(faded(top, bottom, i));
        auto const to = packed(faded(top, bottom, i + 1));
        parts_.list.AddRectFilledMultiColor({rect.x, fade_edge(rect.y, rect.height, i)},
                                            {rect.right(), fade_edge(rect.y, rect.height, i + 1)}, from, from, to, to);
    }
}

void Canvas::ring(Point centre, float radius, float thickness, Color color, float from_turn, float to_turn)
{
    if (!is_drawing()) return;
    constexpr float kTurn = 2 * std::numbers::pi_v<float>;
    constexpr float kTop = -kTurn / 4;
    parts_.list.PathArcTo(vec(on_panel(centre)), radius, kTop + from_turn * kTurn, kTop + to_turn * kTurn, 72);
    parts_.list.PathStroke(packed(color), 0, thickness);
}

void Canvas::disc(Point centre, float radius, Color color)
{
    if (is_drawing()) parts_.list.AddCircleFilled(vec(on_panel(centre)), radius, packed(color), 64);
}

void Canvas::fill_aperture(Rect const& rect, Color color, float openness)
{
    if (!is_drawing()) return;
    auto const points = imgui_points(aperture_outline(on_panel(rect), openness));
    parts_.list.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(color));
}

void Canvas::outline_aperture(Rect const& rect, Color color, float thickness, float openness)
{
    if (!is_drawing()) return;
    auto const points = imgui_points(aperture_outline(on_panel(rect), openness));
    parts_.list.AddPolyline(points.data(), static_cast<int>(points.size()), packed(color), ImDrawFlags_Closed,
                            thickness);
}

void Canvas::cover_outside_aperture(Rect const& area, float openness, Color lid, Color edge)
{
    if (!is_drawing() || openness >= 1) return;
    // Open, the lens is so large that the area lies within it.
    Rect const open{area.x - area.width * 0.75F, area.y - area.height * 0.5F, area.width * 2.5F, area.height * 2};
    auto const outline = aperture_outline(open, openness);
    auto const half = outline.size() / 2;
    auto const corners = area.bottom();
    // Smoothed, each strip would fade out at its sides, and what is behind would shine through. The line covers the
    // lid's own edge.
    auto const smooth = parts_.list.Flags & ImDrawListFlags_AntiAliasedFill;
    parts_.list.Flags &= ~smooth;
    for (std::size_t i = 0; i < half; ++i) {
        auto const& from = outline[i];
        auto const& to = i + 1 < half ? outline[i + 1] : Point{open.right(), open.centre().y};
        auto const below = [&](float y) { return 2 * open.centre().y - y; };
        parts_.list.AddQuadFilled({from.x, std::min(area.y, from.y)}, {to.x, std::min(area.y, to.y)}, vec(to),
                                  vec(from), packed(lid));
        parts_.list.AddQuadFilled({from.x, below(from.y)}, {to.x, below(to.y)}, {to.x, std::max(corners, below(to.y))},
                                  {from.x, std::max(corners, below(from.y))}, packed(lid));
    }
    parts_.list.Flags |= smooth;
    auto const line = imgui_points(outline);
    parts_.list.AddPolyline(line.data(), static_cast<int>(line.size()), packed(edge), ImDrawFlags_Closed,
                            layout().units(3));
}

int Canvas::mark() const { return parts_.list.VtxBuffer.Size; }

void Canvas::move_since(int mark, float right)
{
    for (int i = mark; i < parts_.list.VtxBuffer.Size; ++i) parts_.list.VtxBuffer[i].pos.x += right;
}

void Canvas::fade_since(int mark, float opacity)
{
    for (int i = mark; i < parts_.list.VtxBuffer.Size; ++i) {
        auto& color = parts_.list.VtxBuffer[i].col;
        auto const alpha = static_cast<float>(color >> IM_COL32_A_SHIFT) * std::clamp(opacity, 0.F, 1.F);
        color = (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT);
    }
}

void Canvas::qr_code(Point origin, float module, QrCode const& qr, Color dark)
{
    if (!is_drawing()) return;
    // Never mirrored: a code is read as it is.
    auto const side = module * static_cast<float>(qr.side);
    auto const place = on_panel(Rect{origin.x, origin.y, side, side});
    for (int y = 0; y < qr.side; ++y)
        for (int x = 0; x < qr.side;) {
            int run = 0;
            while (x + run < qr.side && qr.at(x + run, y)) ++run;
            auto const left = place.x + module * static_cast<float>(x);
            auto const top = place.y + module * static_cast<float>(y);
            if (run > 0)
                parts_.list.AddRectFilled({left, top}, {left + module * static_cast<float>(run), top + module},
                                          packed(dark));
            x += std::max(1, run);
        }
}

void Canvas::glyphs(ShapedText const& text, Point top_left, Color color, float least)
{
    auto const place = on_panel(Rect{top_left.x, top_left.y, text.size.width, text.size.height});
    parts_.scene.add(DrawnText{text.text, place, view_, color, text.font_size, text.lines, text.longest,
                               text.word_broken, text.font_size < least - 0.5F, parts_.scene.nodes().size()});
    if (drawing_ != Drawing::everything) return;
    auto const ink = packed(color);
    auto const origin = Point{place.x, std::round(place.y)};
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
