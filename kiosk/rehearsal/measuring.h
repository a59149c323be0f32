// Measures one scene for the audit. Pure. Private to rehearsal/.
#pragma once
#include "ui/scene/layout.h"
#include "ui/scene/scene.h"

#include <string>
#include <vector>

namespace kiosk::rehearsal {

struct Finding {
    std::string what;   // "the text is cut"
    std::string where;  // node id
    std::string text;   // the text in question, as it is in the content
    std::string advice; // what to do
};

std::vector<Finding> measure(ui::Scene const& scene, ui::Layout const& layout);

// How much larger a text is in large letters, at least.
constexpr float kLeastEnlargement = 1.3F;

// Which texts of a scene in large letters are less than kLeastEnlargement of the same in normal letters. A text that
// stands there more than once is compared by size: the largest with the largest.
std::vector<Finding> measure_enlargement(std::vector<ui::DrawnText> const& normal, ui::Scene const& large);

} // namespace kiosk::rehearsal
