// Our colours, points and textures as ImGui's draw lists take them. Private to ui/.
#pragma once
#include "base/geometry.h"
#include "ui/pictures/textures.h"
#include "ui/scene/theme.h"

#include <imgui.h>
#include <vector>

namespace kiosk::ui {

inline ImU32 packed(Color color) { return IM_COL32(color.red, color.green, color.blue, color.alpha); }

inline ImVec2 vec(Point point) { return {point.x, point.y}; }

inline ImTextureID texture(TextureId id) { return reinterpret_cast<ImTextureID>(id); }

inline std::vector<ImVec2> imgui_points(std::vector<Point> const& points)
{
    std::vector<ImVec2> result;
    result.reserve(points.size());
    for (auto const& point : points) result.push_back(vec(point));
    return result;
}

} // namespace kiosk::ui
