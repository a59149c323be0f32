// What counted ids are called in a language, from a Content. Words that the language lacks come from its first
// language; an id that it does not know (of another version) stays as it is. Pure. The result borrows
// the Content, which must outlive it.
#pragma once
#include "content/content.h"
#include "workbook/workbook.h"

namespace kiosk::naming {

figures::DisplayNames make_display_names(content::Content const& content, content::Language const& language);

} // namespace kiosk::naming
