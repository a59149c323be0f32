#include "content/check/checking.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {

void check_slide(CheckContext& checking, DisplaySlide const& slide)
{
    auto const what = fmt::format("slide '{}'", slide.id);
    checking.picture(slide.picture, location_of(slide, "picture"));
    for (auto const& language : checking.content.languages)
        if (auto const found = slide.words.find(language); found != slide.words.end())
            checking.headline(found->second.title, found->second.place);
    if (slide.unread.contains("kind")) return; // what it must have is not known
    if (slide.kind == SlideKind::fact)
        checking.sources(slide.sources, location_of(slide, "sources"), what, slide.unread);
    if (slide.kind != SlideKind::code || slide.channel.empty()) return;
    auto const* channel = checking.channel(slide.channel, location_of(slide, "channel"), what);
    if (channel && channel->url.empty() && !channel->unread.contains("url"))
        checking.error(location_of(slide, "channel"),
                       fmt::format("{}: channel '{}' has no address", what, slide.channel),
                       "name a channel with an url: there is nothing to make a code of");
}

} // namespace

void check_display(CheckContext& checking, Display const& display)
{
    checking.unique_ids(display.slides, "slide");
    for (auto const& slide : display.slides) check_slide(checking, slide);
    if (!display.slides.empty()) checking.words(display.slides, "slide", display.place.file);
    if (checking.is_unread(display.place.file)) return;
    bool always = false;
    for (auto const& slide : display.slides)
        always = always || (slide.kind != SlideKind::code && slide.dayparts.empty());
    if (!display.id.empty() && !always)
        checking.error(display.place, "there is no slide for every hour",
                       "take the dayparts off one statement or fact");
}

} // namespace kiosk::content
