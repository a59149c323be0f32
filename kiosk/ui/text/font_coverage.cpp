#include "ui/text/font_coverage.h"

namespace kiosk::ui {

bool FontCoverage::has(char32_t character)
{
    if (auto const found = known_.find(character); found != known_.end()) return found->second;
    if (!fonts_) {
        Problems missing; // of the machine; reported by the stage
        fonts_.emplace(folders_, missing);
    }
    bool const has = fonts_->empty() || fonts_->has(fonts_->font_for(Face::regular, character), character);
    known_.emplace(character, has);
    return has;
}

} // namespace kiosk::ui
