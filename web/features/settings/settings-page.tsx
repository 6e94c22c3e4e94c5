import { ChoiceRow } from '../../components/choice-row.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { usePreferences } from '../../lib/preferences.tsx';
import { useProfile } from '../../lib/profile.ts';
import { words } from '../../lib/words.ts';
import { DataSection } from './components/data-section.tsx';
import { LogOut } from './components/log-out.tsx';
import { MapTilesSection } from './components/map-tiles-section.tsx';
import { MapsSection } from './components/maps-section.tsx';
import { ProfileForm } from './components/profile-form.tsx';
import { TerrainSection } from './components/terrain-section.tsx';
import './settings-page.css';

const text = words.settings;

function Profile() {
  const profile = useProfile();
  if (profile.isPending) return <Loading what={text.what} heights={[72, 72, 72]} />;
  if (profile.isError) return <Failed error={profile.error} onRetry={() => void profile.refetch()} />;
  return <ProfileForm profile={profile.data} />;
}

/** What the runner tells about themselves, the colours of this browser, and what keeps the data safe. */
export function SettingsPage() {
  const { theme, setTheme } = usePreferences();
  return (
    <>
      <h1>{text.title}</h1>
      <section className="section" aria-labelledby="profile-title">
        <h2 id="profile-title">{text.profile}</h2>
        <p className="quiet">{text.profileIntro}</p>
        <Profile />
      </section>
      <MapsSection />
      <TerrainSection />
      <MapTilesSection />
      <section className="section" aria-labelledby="display-title">
        <h2 id="display-title">{text.display}</h2>
        <div className="settings-choices">
          <ChoiceRow legend={text.theme} options={text.themeNames} value={theme} onChange={setTheme} />
          <LogOut />
        </div>
      </section>
      <DataSection />
    </>
  );
}
