#include "content/checking.h"

#include <fmt/format.h>

namespace kiosk::content {

namespace {

void check_words(Checking& checking, DisplaySlide const& slide)
{
    for (auto const& language : checking.pack.languages) {
        auto const found = slide.words.find(language);
        if (found == slide.words.end()) {
            checking.error(checking.words_of(slide.place, language),
                           fmt::format("slide '{}' has no words in '{}'", slide.id, language),
                           fmt::format("add [{}] to {}.toml", slide.id, language));
            continue;
        }
        checking.headline(found->second.title, found->second.place);
    }
}

void check_slide(Checking& checking, DisplaySlide const& slide)
{
    checking.picture(slide.picture, slide.place);
    check_words(checking, slide);
    if (slide.kind == SlideKind::fact)
        checking.sources(slide.sources, slide.place, fmt::format("slide '{}'", slide.id));
    if (slide.kind != SlideKind::code) return;
    auto const* channel = checking.pack.reporting.channel(slide.channel);
    if (!channel)
        checking.error(slide.place,
                       fmt::format("slide '{}' names a channel '{}' that does not exist", slide.id, slide.channel),
                       "see reporting/channels.toml");
    else if (channel->url.empty())
        checking.error(slide.place, fmt::format("slide '{}': channel '{}' has no address", slide.id, slide.channel),
                       "name a channel with an url: there is nothing to make a code of");
}

} // namespace

void check_display(Checking& checking, Display const& display)
{
    checking.unique_ids(display.slides, "slide");
    for (auto const& slide : display.slides) check_slide(checking, slide);
    bool always = false;
    for (auto const& slide : display.slides)
        always = always || (slide.kind != SlideKind::code && slide.dayparts.empty());
    if (!display.id.empty() && !always)
        checking.error(display.place, "there is no slide for every hour",
                       "take the dayparts off one statement or fact");
}

} // namespace kiosk::content
