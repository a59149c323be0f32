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

// Which texts of a scene in large letters are less than ui::kLeastEnlargement of the same in normal letters. A text
// that stands there more than once is compared in the order of drawing. Left out are the bar, which keeps
// its size, and a text with a word that would be cut if it were larger.
std::vector<Finding> measure_enlargement(std::vector<ui::DrawnText> const& normal, ui::Scene const& large,
                                         ui::Layout const& layout);

} // namespace kiosk::rehearsal
